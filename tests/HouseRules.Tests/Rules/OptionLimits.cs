using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>
/// Every number, text and list that can be configured has a limit: an annotation above it, or a check that names it.
/// Booleans, enums and sections of their own have theirs in the type.
/// </summary>
internal static partial class OptionLimits
{
    public static IEnumerable<string> Missing(Repository tree) =>
        from file in tree.Code
        where file.Name.EndsWith("Options.cs", StringComparison.Ordinal)
            && !file.IsIn("tests", "benchmarks", "lib/Grpc")
        from line in file.Numbered()
        let property = Property().Match(line.Line)
        where property.Success && !HasAnnotation(file.Lines, line.Number - 1)
            && !Regex.IsMatch(Checks(tree, file), $@"\b{property.Groups[2].Value}\b")
        select $"{file.Path}:{line.Number}: {property.Groups[2].Value}";

    // The bodies of IValidatableObject.Validate in this folder: a section checks the sections inside it.
    private static string Checks(Repository tree, SourceFile options) => string.Concat(
        from file in tree.Code
        where Path.GetDirectoryName(file.Path) == Path.GetDirectoryName(options.Path)
        let start = file.Text.IndexOf(" Validate(", StringComparison.Ordinal)
        where start >= 0
        select file.Text[start..].Split("\n}")[0]);

    private static bool HasAnnotation(string[] lines, int property)
    {
        for (var i = property - 1; i >= 0 && lines[i].TrimStart().StartsWith('['); i--)
        {
            if (Annotation().IsMatch(lines[i]))
                return true;
        }

        return Annotation().IsMatch(lines[property]);
    }

    [GeneratedRegex(@"^\s*(?:\[.*\]\s*)?public (?:required )?"
        + @"(int|long|short|uint|double|decimal|float|TimeSpan|string|Uri|List<.+>|Dictionary<.+>|I\w+<.+>|\w+\[\])\??"
        + @" (\w+) \{ get;")]
    private static partial Regex Property();

    [GeneratedRegex(@"\[.*\b(Range|Required|StringLength|MaxLength|MinLength|Length|RegularExpression|AllowedValues|"
        + @"Url)\b")]
    private static partial Regex Annotation();
}
