using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>Small enough to be read: files, lines, methods.</summary>
internal static partial class Sizes
{
    private const int FileLinesMax = 300;
    private const int LineColumnsMax = 120;
    private const int MethodLinesMax = 60;
    private const int FolderFilesMax = 15;

    private static readonly string[] Written =
    [
        ".cs", ".proto", ".ts", ".tsx", ".js", ".mjs", ".css", ".html", ".sh", ".md", ".yaml", ".tpl", ".csproj",
        ".props", ".targets", "",
    ];

    // Test data, and what a tool has written.
    private static readonly string[] Exempt = ["charts/naravard/tests/rendered.yaml", ".gitignore"];

    public static IEnumerable<string> LongFiles(Repository tree) => Measured(tree)
        .Where(file => file.Lines.Length > FileLinesMax)
        .Select(file => $"{file.Path}: {file.Lines.Length} lines");

    public static IEnumerable<string> LongLines(Repository tree) =>
        from file in Measured(tree)
        from line in file.Numbered()
        where line.Line.Length > LineColumnsMax && !(file.Extension == ".md" && IsUnbreakable(line.Line))
        select $"{file.Path}:{line.Number}: {line.Line.Length} columns";

    /// <summary>
    /// A method is a line that ends its parameter list, an indented brace on the next (types are not indented,
    /// namespaces being file-scoped), and the closing brace in the same column.
    /// </summary>
    public static IEnumerable<string> LongMethods(Repository tree) =>
        from file in tree.Code
        from start in Enumerable.Range(1, Math.Max(0, file.Lines.Length - 1))
        where file.Lines[start].Trim() == "{" && file.Lines[start] != "{" && IsMethodHead(file.Lines[start - 1])
        let length = LengthOfBlock(file.Lines, start)
        where length > MethodLinesMax
        select $"{file.Path}:{start}: a method of {length} lines";

    public static IEnumerable<string> CrowdedFolders(Repository tree) => tree.Code
        .GroupBy(file => Path.GetDirectoryName(file.Path))
        .Where(folder => folder.Count() > FolderFilesMax)
        .Select(folder => $"{folder.Key}: {folder.Count()} files");

    private static IEnumerable<SourceFile> Measured(Repository tree) => tree.Files.Where(file =>
        Written.Contains(file.Extension) && !file.IsGenerated && !file.IsIn(Exempt));

    private static bool IsUnbreakable(string line) =>
        line.TrimStart().StartsWith('|') || line.Contains("](", StringComparison.Ordinal)
        || line.Contains("http", StringComparison.Ordinal);

    private static bool IsMethodHead(string line) =>
        MethodHead().IsMatch(line) && !Statement().IsMatch(line);

    private static int LengthOfBlock(string[] lines, int start)
    {
        var close = lines[start].TrimEnd().Replace('{', '}');
        var end = Array.FindIndex(lines, start, line => line.TrimEnd().TrimEnd(';', ')', ',') == close);
        return end < 0 ? 0 : end - start + 1;
    }

    [GeneratedRegex(@"(\)|where \w+ : .*)\s*$")]
    private static partial Regex MethodHead();

    [GeneratedRegex(@"^\s*(if|else|for|foreach|while|switch|using|lock|catch|fixed)\b|"
        + @"\b(class|record|struct|interface)\s+[A-Z]")]
    private static partial Regex Statement();
}
