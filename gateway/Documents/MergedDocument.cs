using System.Text;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Documents;

/// <summary>The merged document in both forms, made again when it is older than the options allow.</summary>
internal sealed class MergedDocument(ServiceDocuments services, DocumentsOptions options, TimeProvider clock)
{
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
        var document = new Merge(options).Of(await services.Read());
        return new(
            Encoding.UTF8.GetBytes(document.ToJsonString(DocumentText.Readable)), Encoding.UTF8.GetBytes(Yaml.Of(document)));
    }
}
