using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Grpc.OpenApi;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Documents;

/// <summary>The merged document in both forms, made again when it is older than the options allow.</summary>
internal sealed class MergedDocument(
    ServiceDocuments services, Merge merge, DocumentsOptions options, TimeProvider clock)
{
    // For people: å, ä and ö as themselves.
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock gate = new();
    private Task<Forms>? current;
    private DateTimeOffset freshUntil;

    /// <summary>JSON and YAML, in UTF-8.</summary>
    public sealed record Forms(byte[] Json, byte[] Yaml);

    /// <summary>Those who ask while it is made wait for the same one.</summary>
    public Task<Forms> Read()
    {
        lock (gate)
        {
            if (current is null || (current.IsCompleted && clock.GetUtcNow() >= freshUntil))
            {
                current = Make();
                freshUntil = clock.GetUtcNow() + TimeSpan.FromSeconds(options.CacheSeconds);
            }

            return current;
        }
    }

    private async Task<Forms> Make()
    {
        var document = merge.Of(await services.Read());
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Readable))
            document.WriteTo(writer);
        return new(json.WrittenSpan.ToArray(), Encoding.UTF8.GetBytes(OpenApiYaml.Write(document)));
    }
}
