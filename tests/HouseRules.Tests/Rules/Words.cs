using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>Names that hide what a thing is, and texts that have no place in the repository.</summary>
internal static partial class Words
{
    private const string Self = "tests/HouseRules.Tests";

    private static readonly HashSet<string> Hiding =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Base", "Impl", "Info"];

    // Names that generated gRPC code asks for, as the official packages have them.
    private static readonly HashSet<string> Official =
        ["ClientBase", "ClientBaseConfiguration", "ServiceBinderBase", "ChannelBase"];

    public static IEnumerable<string> HidingNames(Repository tree) =>
        from file in tree.Code
        where !file.IsIn(Self)
        from name in Declared().Matches(file.Text).Select(match => match.Groups[1].Value)
            .Concat(file.Path[..^".cs".Length].Split('/')).Distinct()
        where !Official.Contains(name) && Pascal().Matches(name).Any(word => Hiding.Contains(word.Value))
        select $"{file.Path}: {name}";

    public static IEnumerable<string> ExtensionsFiles(Repository tree) => tree.Code
        .Where(file => file.Name.EndsWith("Extensions.cs", StringComparison.Ordinal))
        .Select(file => file.Path);

    public static IEnumerable<string> UnnumberedTodos(Repository tree) => Lines(tree, Todo());

    /// <summary>Regions, async void and dynamic hide length, failures and types.</summary>
    public static IEnumerable<string> HidingConstructs(Repository tree) => Lines(tree, Construct());

    /// <summary>A path of one machine, or the address of a package feed.</summary>
    public static IEnumerable<string> Machines(Repository tree) => Lines(tree, Machine());

    /// <summary>Versions stand in Directory.Packages.props, once.</summary>
    public static IEnumerable<string> PackageVersions(Repository tree) =>
        from file in tree.Files
        where file.Extension is ".csproj" or ".props" or ".targets" && file.Path != "Directory.Packages.props"
        from line in file.Numbered()
        where PackageVersion().IsMatch(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    private static IEnumerable<string> Lines(Repository tree, Regex wrong) =>
        from file in tree.Files
        where !file.IsIn(Self)
        from line in file.Numbered()
        where wrong.IsMatch(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()[..Math.Min(100, line.Line.Trim().Length)]}";

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum|delegate \w+)\s+([A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+")]
    private static partial Regex Pascal();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b(?!\s*\(?#[0-9]+)")]
    private static partial Regex Todo();

    [GeneratedRegex(@"^\s*#region\b|\basync void\b|\bdynamic \w+ =")]
    private static partial Regex Construct();

    [GeneratedRegex(@"(?<![\w.*-])/(work|root|home|farm|Users)/[\w.]|/tmp/bash_|\bapi\.nuget\.org|"
        + @"\bregistry\.npmjs\.org|\bdeb\.debian\.org|\bproxy\.golang\.org|\bpypi\.org|/v3/index\.json")]
    private static partial Regex Machine();

    [GeneratedRegex(@"<(PackageReference|GlobalPackageReference)\b[^>]*\b(Version|VersionOverride)=|<PackageVersion\b")]
    private static partial Regex PackageVersion();
}
