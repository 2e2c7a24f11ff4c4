using System.Buffers;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Grpc.Json.Binding;

/// <summary>Takes a body in, bounded, and only as plain JSON.</summary>
internal static class RequestBody
{
    private const string Json = "application/json";
    private const string Utf8 = "utf-8";

    /// <summary>Whether the request carries a body; a content type alone is none, nor is an empty stream.</summary>
    public static async ValueTask<bool> IsPresent(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is { } length)
            return length > 0;
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
            return false;
        var start = await request.BodyReader.ReadAsync(ct);
        request.BodyReader.AdvanceTo(start.Buffer.Start);
        return !start.Buffer.IsEmpty;
    }

    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals(Utf8, StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");

    /// <summary>Reads all of it; false when it is longer than the limit.</summary>
    public static async ValueTask<bool> Read(HttpRequest request, PooledBuffer buffer, int max, CancellationToken ct)
    {
        if (request.ContentLength > max)
            return false;
        while (true)
        {
            var result = await request.BodyReader.ReadAsync(ct);
            foreach (var part in result.Buffer)
            {
                if (buffer.Written.Length + part.Length > max)
                {
                    request.BodyReader.AdvanceTo(result.Buffer.Start);
                    return false;
                }

                buffer.Write(part.Span);
            }

            request.BodyReader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return true;
        }
    }
}
