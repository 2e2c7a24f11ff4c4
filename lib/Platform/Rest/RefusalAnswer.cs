using System.Globalization;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Json;
using Microsoft.AspNetCore.Http;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Rest;

/// <summary>
/// Answers a request that did not get in, to a gRPC client in its way and to others as an RFC 9457 problem.
/// </summary>
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
        response.Headers["grpc-status"] = ((int)code).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = refusal.Text.En;
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(details.ToByteArray());
        return response.StartAsync();
    }

    private static Task Problem(HttpContext context, Refusal refusal) => ProblemWriter.Write(
        context,
        new Problem(refusal.HttpStatus, refusal.Code) { Swedish = refusal.Text.Sv, English = refusal.Text.En });
}
