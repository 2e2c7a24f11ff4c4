using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>What may see what, and what may be seen.</summary>
internal static partial class Layers
{
    // Files in which an endpoint answers without sign-in, each with its reason.
    private static readonly string[] Anonymous =
    [
        "lib/Platform/Hosting/EndpointGuard.cs", // Checks the same at start; marks metrics and health as open.
        "gateway/Documents/DocumentEndpoints.cs", // The API's documents: for whoever is going to ask for access.
        "gateway/GatewayHost.cs", // The web client's files, and the answer to a path that is no route.
        "gateway/Sessions/SessionSetup.cs", // To the sign-in service and back, and its word that a session is over.
        "gateway/Sessions/SessionGate.cs", // Looks whether an endpoint is one of these.
    ];

    /// <summary>Domain code sees the base library, identifiers, our values and error kinds: no I/O.</summary>
    public static IEnumerable<string> InfrastructureInDomain(Repository tree) =>
        from file in tree.Code
        where file.IsIn("services") && file.Path.Contains("/Domain/", StringComparison.Ordinal)
        from line in file.Numbered()
        where Infrastructure().IsMatch(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    /// <summary>Outside lib/ and proto/ only a service's one module is public, and the gateway's host.</summary>
    public static IEnumerable<string> PublicTypes(Repository tree) =>
        from file in tree.Code
        where file.IsIn("services", "gateway") && !file.IsIn("gateway/GatewayHost.cs")
        from line in file.Numbered()
        where PublicType().IsMatch(line.Line) && !IsOneModule(tree, file, line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    /// <summary>A filter that names the types it is for catches those, not everything.</summary>
    public static IEnumerable<string> CaughtEverything(Repository tree) =>
        from file in tree.Code
        where !file.IsIn("lib/Platform", "lib/Grpc", "tests/HouseRules.Tests")
        from line in file.Numbered()
        where CatchAll().IsMatch(line.Line)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    public static IEnumerable<string> AnonymousEndpoints(Repository tree) =>
        from file in tree.Code
        where !file.IsIn("tests") && !file.IsIn(Anonymous)
        from line in file.Numbered()
        where line.Line.Contains("AllowAnonymous", StringComparison.Ordinal)
            && !line.Line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        select $"{file.Path}:{line.Number}: {line.Line.Trim()}";

    /// <summary>
    /// Namespaces follow folders, so that a type is found without search. The parts of one gRPC class lie in folders
    /// under Features/ and share its namespace.
    /// </summary>
    public static IEnumerable<string> Namespaces(Repository tree) =>
        from file in tree.Code
        where file.IsIn("services", "gateway", "lib/Identifiers", "lib/Platform", "proto/events")
        let declared = Namespace().Match(file.Text)
        where declared.Success && declared.Groups[1].Value != Expected(file)
            && declared.Groups[1].Value != FeaturesOf(file)
        select $"{file.Path}: namespace {declared.Groups[1].Value}, expected {Expected(file)}";

    private static string Expected(SourceFile file)
    {
        var folders = file.Path.Split('/')[..^1];
        return string.Join('.', folders[0] switch
        {
            "gateway" => ["NaraVard.Gateway", .. folders[1..]],
            "proto" => ["NaraVard.Events", .. folders[2..]],
            _ => (string[])["NaraVard", .. folders[1..]],
        });
    }

    private static string? FeaturesOf(SourceFile file) =>
        file.Path.Split('/') is ["services", var service, "Features", ..] ? $"NaraVard.{service}.Features" : null;

    private static bool IsOneModule(Repository tree, SourceFile file, string line)
    {
        var service = string.Join('/', file.Path.Split('/')[..2]);
        return line.Contains("IModule", StringComparison.Ordinal)
            && tree.Code.Count(other => other.IsIn(service) && other.Lines.Any(l =>
                PublicType().IsMatch(l) && l.Contains("IModule", StringComparison.Ordinal))) == 1;
    }

    [GeneratedRegex(@"\b(Microsoft\.|Npgsql|MassTransit|Grpc\.|Google\.|System\.(Net|Data|IO)\b|Proto\.|"
        + @"NaraVard\.(Contracts|Events)\b|NaraVard\.\w+\.(Features|Data)\b|"
        + @"NaraVard\.Platform\.(?!Errors\b|Persons\b|Identity\b|Time\b))")]
    private static partial Regex Infrastructure();

    [GeneratedRegex(@"^public [\w ]*\b(class|record|struct|interface|enum|delegate)\b")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\bcatch\s*(\((System\.)?Exception\b(?!.*\bwhen \(\w+ is )|$|\{)")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
