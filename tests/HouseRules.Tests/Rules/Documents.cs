using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>Documents point at what is there.</summary>
internal static partial class Documents
{
    /// <summary>Relative links, and paths in code style that begin with one of our folders.</summary>
    public static IEnumerable<string> DeadPaths(Repository tree) =>
        from file in tree.Files
        where file.Extension == ".md"
        from line in file.Numbered()
        from path in Paths(file, line.Line)
        where !tree.Exists(path)
        select $"{file.Path}:{line.Number}: {path}";

    private static IEnumerable<string> Paths(SourceFile file, string line)
    {
        foreach (Match link in Link().Matches(line))
        {
            if (!link.Groups[1].Value.Contains(':', StringComparison.Ordinal))
                yield return Resolve(file, link.Groups[1].Value);
        }

        foreach (Match code in CodePath().Matches(line))
            yield return code.Groups[1].Value;
    }

    private static string Resolve(SourceFile file, string link)
    {
        var folders = new Stack<string>(file.Path.Split('/')[..^1]);
        foreach (var part in link.Split('/').Where(part => part is not ("." or "")))
        {
            if (part != "..")
                folders.Push(part);
            else if (folders.Count > 0)
                folders.Pop();
        }

        return string.Join('/', folders.Reverse());
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:services|gateway|lib|proto|charts|tests|benchmarks|docs|eng|\.ci)/[\w./-]+)`")]
    private static partial Regex CodePath();
}
