using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Documents;

/// <summary>What a service says about its API; null when it says nothing now.</summary>
internal sealed record ServiceDocument(string Service, JsonObject? Document);

/// <summary>Asks every service for its OpenAPI document, all at once.</summary>
internal sealed class ServiceDocuments(
    HttpClient client, ServicesOptions services, DocumentsOptions options, TimeProvider clock,
    ILogger<ServiceDocuments> log)
{
    public async Task<IReadOnlyList<ServiceDocument>> Read() =>
        await Task.WhenAll(services.OrderBy(service => service.Key, StringComparer.Ordinal)
            .Select(service => Read(service.Key, service.Value.Address)));

    private async Task<ServiceDocument> Read(string service, string address)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        var path = new Uri(new Uri(address), $"/{service}/v1/openapi.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        try
        {
            using var answer = await client.SendAsync(request, limit.Token);
            if (!answer.IsSuccessStatusCode)
                return Nothing(service, $"status {(int)answer.StatusCode}");
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            var document = await JsonNode.ParseAsync(body, cancellationToken: limit.Token);
            return document is JsonObject found && found["openapi"] is not null
                ? new(service, found)
                : Nothing(service, "not an OpenAPI document");
        }
        catch (HttpRequestException fault)
        {
            return Nothing(service, fault.HttpRequestError.ToString());
        }
        catch (JsonException)
        {
            return Nothing(service, "not JSON");
        }
        catch (OperationCanceledException)
        {
            return Nothing(service, "too slow");
        }
    }

    private ServiceDocument Nothing(string service, string reason)
    {
        Log.NoDocument(log, service, reason);
        return new(service, null);
    }
}
