using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>Proofs that documents name exist: <c>Class.Method</c> of a test, and <c>./nara bench Name</c>.</summary>
internal static partial class Evidence
{
    public static IEnumerable<string> Missing(Repository tree)
    {
        var tests = tree.Code
            .Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(Tests)
            .ToHashSet(StringComparer.Ordinal);
        return
            from file in tree.Files
            where file.Extension == ".md"
            from line in file.Numbered()
            from missing in TestName().Matches(line.Line).Select(name => name.Groups[1].Value)
                .Where(name => !tests.Contains(name))
                .Concat(Benchmark().Matches(line.Line).Select(name => $"benchmarks/{name.Groups[1].Value}")
                    .Where(folder => !tree.Exists(folder)))
            select $"{file.Path}:{line.Number}: {missing}";
    }

    private static IEnumerable<string> Tests(SourceFile file)
    {
        var owner = "";
        foreach (Match part in ClassOrMethod().Matches(file.Text))
        {
            if (part.Groups[1].Success)
                owner = part.Groups[1].Value;
            else
                yield return $"{owner}.{part.Groups[2].Value}";
        }
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\./nara bench (\w+)")]
    private static partial Regex Benchmark();

    [GeneratedRegex(@"\bclass (\w+Tests)\b|public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex ClassOrMethod();
}
