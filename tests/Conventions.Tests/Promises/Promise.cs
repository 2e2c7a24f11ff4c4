using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NaraVard.HouseRules.Tests;

namespace NaraVard.Conventions.Tests.Promises;

/// <summary>
/// What has been promised, as files that a reviewer reads. Where the program says otherwise it is written to
/// artifacts/promises with what breaks, and eng/contracts-accept takes over what breaks nothing.
/// </summary>
internal static class Promise
{
    private const string Folder = "tests/Conventions.Tests/Promises";
    private const string Actual = "artifacts/promises";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names of the promised files of a kind: <c>openapi</c>, <c>errors</c>.</summary>
    public static IReadOnlyList<string> Names(string kind)
    {
        var folder = Path.Combine(RepositoryRoot.Path, Folder, kind);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Select(file => Path.GetFileNameWithoutExtension(file)!)]
            : [];
    }

    /// <summary>What is not as promised, in words; empty when all is.</summary>
    public static IReadOnlyList<string> Differences(string kind, string name, JsonNode actual)
    {
        var text = actual.ToJsonString(Readable) + "\n";
        var promised = Path.Combine(RepositoryRoot.Path, Folder, kind, $"{name}.json");
        var copy = Path.Combine(RepositoryRoot.Path, Actual, kind, $"{name}.json");
        var known = File.Exists(promised) ? File.ReadAllText(promised) : null;
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Delete(copy + ".breaks");
        if (known == text)
        {
            File.Delete(copy);
            return [];
        }

        File.WriteAllText(copy, text);
        var breaks = known is null ? [] : Breaks.Between(JsonNode.Parse(known)!, actual).ToList();
        if (breaks.Count == 0)
            return [$"{kind}/{name} has more than is promised: eng/contracts-accept, and read the difference"];
        File.WriteAllLines(copy + ".breaks", breaks);
        return [.. breaks.Select(broken => $"{kind}/{name} breaks what is promised: {broken}")];
    }
}
