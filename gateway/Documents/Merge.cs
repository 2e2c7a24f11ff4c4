using System.Globalization;
using System.Text.Json.Nodes;
using Grpc.OpenApi;
using NaraVard.Gateway.Options;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway.Documents;

/// <summary>One document of what each service says of its own paths, and of the gateway's limits and sign-in.</summary>
internal sealed class Merge(DocumentsOptions options, LimitsOptions limits, IdentityOptions identity)
{
    public JsonNode Of(IReadOnlyList<ServiceDocument> documents)
    {
        string[] missing = [.. documents.Where(one => one.Document is null).Select(one => one.Service)];
        var present = new List<JsonNode>();
        var names = new ComponentNames();
        foreach (var (service, document) in documents)
            if (document is not null)
                present.Add(names.MakeDistinct(service, OwnPaths(service, document)));
        var merged = OpenApiDocument.Merge(present, About(missing));
        merged["x-unavailable"] = new JsonArray([.. missing.Select(name => (JsonNode?)name)]);
        return merged;
    }

    private static JsonObject OwnPaths(string service, JsonObject document)
    {
        var paths = document["paths"] as JsonObject ?? [];
        var foreign = paths.Select(path => path.Key)
            .Where(path => !path.StartsWith($"/{service}/", StringComparison.Ordinal)).ToList();
        foreign.ForEach(path => paths.Remove(path));
        return document;
    }

    private OpenApiOptions About(string[] missing) => new()
    {
        Title = options.Title,
        Description = Sentence("All services of this deployment. Calls go through the gateway, which needs an access "
            + "token, limits each caller, and answers errors as RFC 9457 problems.",
            "Left out now, since they do not answer:", missing),
        DescriptionSwedish = Sentence("Alla tjänster i den här installationen. Anropen går genom växeln, som kräver "
            + "åtkomstbiljett, begränsar varje anropare och svarar med fel enligt RFC 9457.",
            "Saknas just nu, eftersom de inte svarar:", missing),
        TokenUrl = new($"{identity.ValidIssuer}/protocol/openid-connect/token"),
        AuthorizationUrl = new($"{identity.ValidIssuer}/protocol/openid-connect/auth"),
        ContactName = options.ContactName,
        ContactUrl = options.ContactUrl is { } page ? new(page) : null,
        ServiceLevel = options.ServiceLevel.Length > 0 ? options.ServiceLevel : null,
        Limitations =
        [
            Text($"{limits.RequestsPerSecond} requests a second of a client and user, {limits.RequestsBurst} at once"),
            Text($"{limits.OpenRequestsMax} open requests and streams of a client and user"),
            Text($"{limits.BodyBytesMax} bytes in a request's body"),
            Text($"{limits.StreamMinutesMax} minutes for a stream, and never longer than its access token"),
        ],
    };

    private static string Sentence(string text, string without, string[] missing) =>
        missing.Length == 0 ? text : $"{text} {without} {string.Join(", ", missing)}.";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
