using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NaraVard.Contracts.Tests;

/// <summary>Every event record as the JSON that other deployments and older versions read.</summary>
public sealed class EventTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Type[] Events =
    [
        .. Assembly.Load("NaraVard.Contracts").GetExportedTypes()
            .Where(type => type.IsClass)
            .Where(type => type.Namespace!.StartsWith("NaraVard.Events.", StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_event_keeps_its_json()
    {
        var differences = Events
            .Select(type => Golden.Difference(FileOf(type), Write(type, Sample.Of(type)))).OfType<string>().ToList();

        Assert.True(differences.Count == 0,
            string.Join('\n', [.. differences, "when that is meant: eng/contracts-accept"]));
    }

    [Fact]
    public void Every_golden_file_is_read_back_into_its_event() =>
        Assert.All(Events, type =>
        {
            var text = File.ReadAllText(Path.Combine(Golden.Folder, FileOf(type)));

            Assert.Equal(text, Write(type, JsonSerializer.Deserialize(text, type, Json)!));
        });

    [Fact]
    public void Every_golden_file_has_its_event() =>
        Assert.Equal(
            Events.Select(FileOf).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Golden.Folder, "*.json", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Golden.Folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_event_is_a_sealed_record_that_says_when_it_happened() =>
        Assert.All(Events, type =>
        {
            Assert.True(type.IsSealed && type.BaseType == typeof(object), $"{type}: not sealed, or with a base class");
            Assert.True(type.GetMethod("<Clone>$") is not null, $"{type}: not a record");
            Assert.Equal(typeof(DateTimeOffset), type.GetProperty("OccurredAt")?.PropertyType);
        });

    private static string FileOf(Type type) => $"{type.FullName!["NaraVard.Events.".Length..].Replace('.', '/')}.json";

    private static string Write(Type type, object value) => JsonSerializer.Serialize(value, type, Json) + "\n";
}
