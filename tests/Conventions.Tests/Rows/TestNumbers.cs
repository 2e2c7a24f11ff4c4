namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Published test personnummer, each given out once.</summary>
internal sealed class TestNumbers
{
    private readonly Queue<string> adults;
    private readonly Queue<string> children;

    public TestNumbers()
    {
        var published = typeof(TestNumbers).Assembly.GetManifestResourceStream("test-personnummer.csv")!;
        using var file = new StreamReader(published);
        var numbers = file.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.Length == 12 && line.All(char.IsAsciiDigit)).ToList();
        adults = new(numbers.Where(number => Year(number) is >= 1910 and <= 1999));
        children = new(numbers.Where(number => Year(number) is >= 2010 and <= 2020));
    }

    /// <summary>Somebody of age.</summary>
    public string Adult() => adults.Dequeue();

    /// <summary>Somebody under 18 years.</summary>
    public string Child() => children.Dequeue();

    private static int Year(string number) => int.Parse(number[..4], null);
}
