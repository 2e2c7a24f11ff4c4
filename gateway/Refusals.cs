using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Gateway;

/// <summary>The gateway's own no: a problem for JSON clients, a status in trailers for gRPC clients.</summary>
internal static class Refusals
{
    /// <summary>Says no, and leaves a line in the log.</summary>
    public static Task Refuse(HttpContext context, Problem problem)
    {
        var logs = context.RequestServices.GetRequiredService<ILoggerFactory>();
        RefusalLine.Write(logs.CreateLogger("NaraVard.Gateway.Refusals"), context, problem.Code);
        return Write(context, problem);
    }

    /// <summary>The same for what a request that is not let in lacks.</summary>
    public static Task Refuse(HttpContext context, Refusal refusal) => Refuse(context, Of(refusal));

    public static Problem Of(Refusal refusal) =>
        new(refusal.HttpStatus, refusal.Code) { Swedish = refusal.Text.Sv, English = refusal.Text.En };

    public static Task Write(HttpContext context, Problem problem) =>
        IsGrpc(context.Request) ? WriteRpc(context, problem) : ProblemWriter.Write(context, problem);

    public static bool IsGrpc(HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The gRPC trailers that tell the problem.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Trailers(Problem problem)
    {
        var status = StatusOf(problem.Status);
        var details = new Google.Rpc.Status { Code = (int)status, Message = problem.English ?? problem.Code };
        details.Details.Add(Any.Pack(new ErrorInfo { Reason = problem.Code, Domain = "naravard" }));
        if (problem.Swedish is { } swedish)
            details.Details.Add(Any.Pack(new LocalizedMessage { Locale = "sv", Message = swedish }));
        if (problem.RetryAfter is { } wait)
            details.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        yield return new("grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture));
        yield return new("grpc-message", Uri.EscapeDataString(details.Message));
        yield return new("grpc-status-details-bin", Convert.ToBase64String(details.ToByteArray()));
    }

    // Trailers only: HTTP 200, and the status among the headers of an answer without a body.
    private static Task WriteRpc(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        foreach (var (name, value) in Trailers(problem))
            response.Headers[name] = value;
        return response.StartAsync(context.RequestAborted);
    }

    private static StatusCode StatusOf(int http) => http switch
    {
        400 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        413 or 429 => StatusCode.ResourceExhausted,
        499 => StatusCode.Cancelled,
        502 or 503 => StatusCode.Unavailable,
        504 => StatusCode.DeadlineExceeded,
        _ => StatusCode.Unknown,
    };
}
