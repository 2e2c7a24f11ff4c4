using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Refuses, as HTTP, what is not gRPC.</summary>
internal static class Handshake
{
    /// <summary>True for gRPC with protobuf, posted over HTTP/2 or later; else the answer is set.</summary>
    public static bool Accept(HttpContext http)
    {
        var refusal = Refusal(http.Request);
        if (refusal == 0)
            return true;
        http.Response.StatusCode = refusal;
        if (refusal == StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Allow = "POST";
        if (refusal == StatusCodes.Status426UpgradeRequired)
            http.Response.Headers.Upgrade = "h2c";
        return false;
    }

    /// <summary>Answers that there is no such method, in the way that a gRPC client understands.</summary>
    public static void RefuseUnknown(HttpContext http)
    {
        http.Response.ContentType = Headers.ContentType;
        http.Response.Headers.GrpcStatus = "12";
        http.Response.Headers.GrpcMessage = "There is no such method.";
    }

    /// <summary>True for the content type of gRPC with protobuf messages.</summary>
    public static bool IsGrpc(string? contentType)
    {
        if (contentType is null || !contentType.StartsWith(Headers.ContentType, StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = contentType.AsSpan(Headers.ContentType.Length);
        if (rest.StartsWith("+proto", StringComparison.OrdinalIgnoreCase))
            rest = rest["+proto".Length..];
        rest = rest.TrimStart();
        return rest.IsEmpty || rest[0] == ';';
    }

    private static int Refusal(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return StatusCodes.Status405MethodNotAllowed;
        if (!IsGrpc(request.ContentType))
            return StatusCodes.Status415UnsupportedMediaType;
        return HttpProtocol.IsHttp2(request.Protocol) || HttpProtocol.IsHttp3(request.Protocol)
            ? 0
            : StatusCodes.Status426UpgradeRequired;
    }
}
