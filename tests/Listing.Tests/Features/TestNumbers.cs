using System.Globalization;

namespace NaraVard.Listing.Tests.Features;

/// <summary>Published test personnummer, each given out once, and reserve numbers in Värmland's form.</summary>
internal sealed class TestNumbers
{
    private readonly Queue<string> adults;
    private readonly Queue<string> children;
    private DateOnly reserve = new(1970, 1, 1);

    public TestNumbers()
    {
        var published = typeof(TestNumbers).Assembly.GetManifestResourceStream("test-personnummer.csv")!;
        using var file = new StreamReader(published);
        var numbers = file.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).Where(IsNumber).ToList();
        adults = new(numbers.Where(number => Year(number) is >= 1930 and <= 1999));
        children = new(numbers.Where(number => Year(number) is >= 2010 and <= 2020));
    }

    /// <summary>Somebody between 27 and 96 years.</summary>
    public string Adult() => adults.Dequeue();

    /// <summary>Somebody under 18 years.</summary>
    public string Child() => children.Dequeue();

    /// <summary>Somebody whose personnummer nobody knows.</summary>
    public string Reserve()
    {
        reserve = reserve.AddDays(1);
        return reserve.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "SF3A";
    }

    private static bool IsNumber(string line) => line.Length == 12 && line.All(char.IsAsciiDigit);

    private static int Year(string number) => int.Parse(number[..4], null);
}
