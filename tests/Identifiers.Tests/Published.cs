namespace NaraVard.Identifiers.Tests;

/// <summary>Skatteverket's open test numbers, from <c>Data/</c>.</summary>
internal static class Published
{
    public static readonly DateOnly Today = new(2026, 7, 1);

    public static readonly string[] Personnummer = [.. Read("test-personnummer.csv")];

    public static readonly string[] Samordningsnummer = [.. Read("test-samordningsnummer.csv")];

    public static readonly string[] All = [.. Personnummer, .. Samordningsnummer];

    private static IEnumerable<string> Read(string name)
    {
        using var reader = new StreamReader(typeof(Published).Assembly.GetManifestResourceStream(name)!);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
