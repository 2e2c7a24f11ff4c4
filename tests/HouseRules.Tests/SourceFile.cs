namespace NaraVard.HouseRules.Tests;

/// <summary>A text file of the repository, by its path from the root with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<string[]> lines = new(() => Text.TrimEnd('\n').Split('\n'));

    public string[] Lines => lines.Value;

    public string Name => System.IO.Path.GetFileName(Path);

    public string Extension => System.IO.Path.GetExtension(Path);

    public bool IsCode => Extension is ".cs" && !IsGenerated;

    public bool IsGenerated =>
        Path.Contains("/Migrations/", StringComparison.Ordinal) || Path.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>True inside any of these folders (or exactly one of these files).</summary>
    public bool IsIn(params string[] folders) =>
        folders.Any(folder => Path == folder || Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Lines with their numbers from 1, for messages.</summary>
    public IEnumerable<(int Number, string Line)> Numbered() => Lines.Select((line, i) => (i + 1, line));
}
