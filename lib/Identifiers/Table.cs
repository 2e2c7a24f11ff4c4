namespace NaraVard.Identifiers;

/// <summary>The rows of an embedded data file. The files are ours and plain: commas only, no quotes.</summary>
internal static class Table
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(Table).Assembly.GetManifestResourceStream(name)!);
        foreach (var row in Rows(reader))
            yield return row;
    }

    /// <summary>The rows after the heading.</summary>
    public static IEnumerable<string[]> Rows(TextReader reader)
    {
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
