using System.Text.RegularExpressions;

namespace NaraVard.HouseRules.Tests.Rules;

/// <summary>One word everywhere: what is named in one place is found under that name in all the others.</summary>
internal static partial class Completeness
{
    /// <summary>Every RPC has the file that answers it and the file that tests it.</summary>
    public static IEnumerable<string> Rpcs(Repository tree) =>
        from file in tree.Files
        where file.IsIn("proto") && file.Extension == ".proto"
        let service = ServiceOf(tree, file)
        from Match rpc in Rpc().Matches(file.Text)
        let name = rpc.Groups[1].Value
        from missing in new[]
        {
            (Folder: $"services/{service}/Features/", File: $"{name}.cs"),
            (Folder: $"tests/{service}.Tests/", File: $"{name}Tests.cs"),
        }
        where !tree.Files.Any(other =>
            other.Name == missing.File && other.Path.StartsWith(missing.Folder, StringComparison.Ordinal))
        select $"{file.Path}: rpc {name} has no {missing.Folder}**/{missing.File}";

    /// <summary>Every deployable has all that it takes to be run, found and understood.</summary>
    public static IEnumerable<string> Deployables(Repository tree)
    {
        var services = tree.Files.Where(file => file.IsIn("services") && file.Path.Split('/').Length > 2)
            .Select(file => file.Path.Split('/')[1]).Distinct();
        var folders = services.Select(name => (Name: name, Folder: $"services/{name}")).ToList();
        if (tree.Exists("gateway"))
            folders.Add(("Gateway", "gateway"));
        return folders.SelectMany(one => Missing(tree, one.Name, one.Folder));
    }

    private static IEnumerable<string> Missing(Repository tree, string name, string folder)
    {
        if (!tree.Exists($"{folder}/README.md"))
            yield return $"{folder}: no README.md";
        var solution = tree.TextOf("NaraVard.sln").Replace('\\', '/');
        if (!solution.Contains($"{folder}/{name}.csproj", StringComparison.Ordinal))
            yield return $"{folder}: not in NaraVard.sln";
        if (name == "Suite")
            yield break; // All the others in one process: never an image.
        var alias = name.ToLowerInvariant();
        if (!HasLine(tree, "charts/naravard/Chart.yaml", $"alias: {alias}"))
            yield return $"{folder}: no alias {alias} in charts/naravard/Chart.yaml";
        if (!HasLine(tree, "charts/naravard/values.yaml", $"{alias}:"))
            yield return $"{folder}: no block {alias} in charts/naravard/values.yaml";
        if (!HasLine(tree, "skaffold.yaml", $"- image: {alias}"))
            yield return $"{folder}: no image {alias} in skaffold.yaml";
    }

    private static bool HasLine(Repository tree, string path, string line) =>
        tree.Find(path)?.Lines.Any(other => other.Trim() == line) ?? false;

    // The package is naravard.<service>.v1; the folder is written as the project is.
    private static string ServiceOf(Repository tree, SourceFile proto)
    {
        var word = proto.Path.Split('/').ElementAtOrDefault(2) ?? "";
        return tree.Files.Where(file => file.IsIn("services")).Select(file => file.Path.Split('/')[1])
            .FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? word;
    }

    [GeneratedRegex(@"^\s*rpc\s+(\w+)\s*\(", RegexOptions.Multiline)]
    private static partial Regex Rpc();
}
