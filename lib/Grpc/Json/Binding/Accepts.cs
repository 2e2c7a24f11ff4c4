using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Grpc.Json.Binding;

/// <summary>What the header Accept lets us answer with.</summary>
internal static class Accepts
{
    public const string Json = "application/json";
    public const string NdJson = "application/x-ndjson";
    public const string EventStream = "text/event-stream";

    /// <summary>The media type that the caller prefers, the first of equals; null when it takes none.</summary>
    public static string? Best(HttpRequest request, params ReadOnlySpan<string> offered)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || (header.Count == 1 && (header[0] == offered[0] || header[0] == "*/*"))
            || !MediaTypeHeaderValue.TryParseList(header, out var wanted))
            return offered[0];
        var (best, most) = ((string?)null, 0.0);
        foreach (var type in offered)
        {
            var quality = Quality(wanted, type);
            if (quality > most)
                (best, most) = (type, quality);
        }

        return best;
    }

    // The most specific range that matches decides.
    private static double Quality(IList<MediaTypeHeaderValue> wanted, string type)
    {
        var offered = new MediaTypeHeaderValue(type);
        var (quality, specific) = (0.0, -1);
        foreach (var range in wanted)
        {
            if (!offered.IsSubsetOf(new(range.MediaType)))
                continue;
            var rank = range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
            if (rank > specific)
                (quality, specific) = (range.Quality ?? 1, rank);
        }

        return quality;
    }
}
