using System.Text.Json;
using Google.Protobuf;
using Google.Rpc;
using Microsoft.AspNetCore.Http;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Rest;

/// <summary>Answers a request that did not get in, to a gRPC client in its way and to others as an RFC 9457 problem.</summary>
internal static class RefusalAnswer
{
    public static Task Write(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.HttpStatus;
        return context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true
            ? Rpc(context, refusal)
            : Problem(context, refusal);
    }

    // The HTTP status says it to proxies, the gRPC status (as trailers only) to clients, with the code in the details.
    private static Task Rpc(HttpContext context, Refusal refusal)
    {
        var code = refusal.HttpStatus switch
        {
            StatusCodes.Status401Unauthorized => Code.Unauthenticated,
            StatusCodes.Status403Forbidden => Code.PermissionDenied,
            _ => Code.Unavailable,
        };
        var details = ErrorDetails.Of(code, refusal.Code, refusal.Text);
        var response = context.Response;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)code).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = refusal.Text.En;
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(details.ToByteArray());
        return response.StartAsync();
    }

    private static async Task Problem(HttpContext context, Refusal refusal)
    {
        var swedish = context.Request.Headers.AcceptLanguage.ToString().StartsWith("sv", StringComparison.OrdinalIgnoreCase);
        context.Response.ContentType = "application/problem+json";
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", Title(refusal.HttpStatus));
            json.WriteNumber("status", refusal.HttpStatus);
            json.WriteString("detail", swedish ? refusal.Text.Sv : refusal.Text.En);
            json.WriteString("instance", $"urn:request:{context.TraceIdentifier}");
            json.WriteString("code", refusal.Code);
            json.WriteEndObject();
        }

        await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted);
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Unauthorized",
        StatusCodes.Status403Forbidden => "Forbidden",
        _ => "Service Unavailable",
    };
}
