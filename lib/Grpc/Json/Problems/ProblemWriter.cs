using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Grpc.Json.Writing;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json;

/// <summary>
/// Answers with <c>application/problem+json</c>: type, title, status, detail, instance, code and violations, in the
/// language of Accept-Language. The one writer of error answers in the system.
/// </summary>
public static class ProblemWriter
{
    /// <summary>The media type of every error answer.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly HashSet<string> OwnMembers =
        ["type", "title", "status", "detail", "instance", "code", "violations"];

    /// <summary>Answers with a bare status, such as 404 before any RPC is chosen.</summary>
    public static Task Write(HttpContext context, int status) => Write(context, Problem.Of(status));

    /// <summary>Answers with the failure of an RPC.</summary>
    public static Task Write(HttpContext context, RpcException exception) => Write(context, Problem.Of(exception));

    /// <summary>Answers with the problem. Call only before the answer has started; headers that are set stay.</summary>
    public static async Task Write(HttpContext context, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(problem);
        using var buffer = new PooledBuffer();
        JsonOutput.Write(buffer, (context, problem), (json, all) => WriteTo(json, all.context, all.problem));

        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = MediaType;
        response.ContentLength = buffer.Written.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = Language.IsEnglish(context.Request) ? "en" : "sv";
        if (problem.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
            response.Headers.WWWAuthenticate = "Bearer";
        await response.Body.WriteAsync(buffer.Written, context.RequestAborted);
    }

    /// <summary>Writes the problem as an object, for a stream that has already begun.</summary>
    public static void WriteTo(Utf8JsonWriter json, HttpContext context, Problem problem)
    {
        var isEnglish = Language.IsEnglish(context.Request);
        var text = StatusText.Of(problem.Status);
        json.WriteStartObject();
        json.WriteString("type"u8, $"urn:naravard:problem:{problem.Code}");
        json.WriteString("title"u8, isEnglish ? text.EnglishTitle : text.SwedishTitle);
        json.WriteNumber("status"u8, problem.Status);
        json.WriteString("detail"u8, Detail(problem, text, isEnglish));
        json.WriteString("instance"u8, $"urn:naravard:request:{Uri.EscapeDataString(context.TraceIdentifier)}");
        json.WriteString("code"u8, problem.Code);
        json.WriteStartArray("violations"u8);
        foreach (var violation in problem.Violations)
            Violation(json, violation, isEnglish);
        json.WriteEndArray();
        foreach (var (name, value) in problem.Facts)
        {
            if (!OwnMembers.Contains(name))
                json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static string Detail(Problem problem, StatusText text, bool isEnglish) => isEnglish
        ? problem.English ?? problem.Swedish ?? text.EnglishDetail
        : problem.Swedish ?? problem.English ?? text.SwedishDetail;

    private static void Violation(Utf8JsonWriter json, ProblemViolation violation, bool isEnglish)
    {
        json.WriteStartObject();
        json.WriteString("field"u8, violation.Field);
        json.WriteString("code"u8, violation.Code);
        json.WriteString("message"u8, isEnglish ? violation.English : violation.Swedish);
        json.WriteEndObject();
    }
}
