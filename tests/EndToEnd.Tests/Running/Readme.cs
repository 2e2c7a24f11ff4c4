namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>The examples of README.md.</summary>
internal static class Readme
{
    /// <summary>The text in the first fence under a heading.</summary>
    public static string BlockUnder(string heading)
    {
        var lines = File.ReadLines(Places.File("README.md"));
        var block = lines
            .SkipWhile(line => line != $"### {heading}")
            .SkipWhile(line => !line.StartsWith("```", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line != "```")
            .ToList();
        return block.Count > 0
            ? string.Join('\n', block) + "\n"
            : throw new InvalidOperationException($"README.md shows nothing under '{heading}'.");
    }
}
