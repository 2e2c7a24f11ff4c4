namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>Nothing appears at the root that the map does not have: no plans, no notes, no folder per tool.</summary>
internal static class TopLevel
{
    private static readonly HashSet<string> Known =
    [
        "services", "gateway", "lib", "proto", "charts", "tests", "benchmarks", "docs", "eng", ".ci",
        "README.md", "ARCHITECTURE.md", "LICENSE", "nara", "NaraVard.sln", "skaffold.yaml", "global.json",
        "nuget.config", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        ".editorconfig", ".gitattributes", ".gitignore", ".dockerignore",
    ];

    public static IEnumerable<string> Strangers(Repository tree) => tree.TopLevel.Where(name => !Known.Contains(name));
}
