using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Reads what a server says in headers and trailers.</summary>
internal static class AnswerHeaders
{
    /// <summary>An answer that is not gRPC comes from something in between, or is refused as HTTP.</summary>
    public static void ThrowUnlessGrpc(HttpResponseMessage answer)
    {
        var isGrpc = answer.Content.Headers.ContentType?.MediaType?.StartsWith(
            Headers.ContentType, StringComparison.OrdinalIgnoreCase) == true;
        if (isGrpc && (answer.StatusCode == HttpStatusCode.OK || answer.Headers.Contains(Headers.Status)))
            return;
        throw new RpcException(new Status(
            OfHttp(answer.StatusCode),
            $"The answer is not gRPC: HTTP status {(int)answer.StatusCode}, "
            + $"content type '{answer.Content.Headers.ContentType}'."));
    }

    /// <summary>The encoding of the replies; throws for one that we did not offer.</summary>
    public static string? Encoding(HttpResponseHeaders headers)
    {
        var encoding = First(headers, Headers.Encoding);
        return encoding is null or "identity" or Gzip.Name
            ? encoding
            : throw Refusals.Internal($"The server answers in the encoding '{encoding}', which was not offered.");
    }

    public static Status Status(HttpResponseHeaders headers)
    {
        var text = First(headers, Headers.Status);
        if (text is null)
            return new Status(StatusCode.Unknown, "The answer ended without a grpc-status.");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return new Status(StatusCode.Unknown, $"The grpc-status '{text}' is no number.");
        var detail = PercentEncoding.Decode(First(headers, Headers.Message) ?? "");
        return new Status(code is >= 0 and <= 16 ? (StatusCode)code : StatusCode.Unknown, detail);
    }

    public static Metadata Metadata(HttpResponseHeaders headers)
    {
        Metadata? metadata = null;
        foreach (var (name, values) in headers.NonValidated)
        {
            if (Headers.IsReserved(name))
                continue;
            foreach (var value in values)
                Headers.Add(metadata ??= [], name, value);
        }
        return metadata ?? [];
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    // The mapping for answers that carry no grpc-status, as the protocol document has it.
    private static StatusCode OfHttp(HttpStatusCode status) => (int)status switch
    {
        400 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
