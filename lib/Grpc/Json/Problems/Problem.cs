using Grpc.Core;

namespace Grpc.Json;

/// <summary>
/// A refusal or failure as RFC 9457 describes it, before it is put into the caller's language. Everything that answers
/// over HTTP in this system answers errors so.
/// </summary>
/// <param name="Status">The HTTP status, 400 or above.</param>
/// <param name="Code">The stable code in kebab-case that programs act on.</param>
public sealed record Problem(int Status, string Code)
{
    private const string DetailsTrailer = "grpc-status-details-bin";
    private const string VersionMismatch = "version-mismatch";

    /// <summary>What happened, in Swedish, for people; null when there is only English.</summary>
    public string? Swedish { get; init; }

    /// <summary>What happened, in English; null when there is only Swedish.</summary>
    public string? English { get; init; }

    /// <summary>All faults of the request; empty when the fault is not in a field.</summary>
    public IReadOnlyList<ProblemViolation> Violations { get; init; } = [];

    /// <summary>Further members of the answer, such as the current version; never about a person.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>When trying again may work; null when nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The problem that a bare HTTP status tells.</summary>
    public static Problem Of(int status)
    {
        var text = StatusText.Of(status);
        return new(status, text.Code) { Swedish = text.SwedishDetail, English = text.EnglishDetail };
    }

    /// <summary>A request whose fields are wrong: 400 with every fault.</summary>
    public static Problem Of(IReadOnlyList<ProblemViolation> violations) =>
        Of(400) with { Code = "invalid-request", Violations = violations };

    /// <summary>The problem that a failed RPC tells, with the details that its trailers carry.</summary>
    public static Problem Of(RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Of(exception.Status, exception.Trailers);
    }

    /// <summary>The problem that a status and its trailers tell.</summary>
    public static Problem Of(Core.Status status, Metadata? trailers)
    {
        var details = Details(trailers);
        var code = details.Reason ?? StatusText.CodeOf(status.StatusCode);
        var http = code == VersionMismatch ? 412 : StatusText.Http(status.StatusCode);
        return new(http, code)
        {
            Swedish = details.Swedish,
            English = details.English ?? (status.Detail.Length > 0 ? status.Detail : StatusText.Of(http).EnglishDetail),
            Violations = details.Violations,
            Facts = details.Facts,
            RetryAfter = details.RetryAfter,
        };
    }

    private static ProblemDetails Details(Metadata? trailers)
    {
        var details = new ProblemDetails();
        if (trailers?.Get(DetailsTrailer) is not { IsBinary: true } entry)
            return details;
        try
        {
            foreach (var any in Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes).Details)
                details.Take(any);
        }
        catch (Google.Protobuf.InvalidProtocolBufferException)
        {
            // Details that cannot be read are left out: the status itself still holds.
        }

        return details;
    }
}
