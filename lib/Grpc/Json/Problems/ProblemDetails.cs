using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Grpc.Json;

/// <summary>What the typed details of a google.rpc.Status say.</summary>
internal sealed class ProblemDetails
{
    public string? Reason { get; private set; }

    public string? Swedish { get; private set; }

    public string? English { get; private set; }

    public IReadOnlyList<ProblemViolation> Violations { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Facts { get; private set; } = new Dictionary<string, string>();

    public TimeSpan? RetryAfter { get; private set; }

    public void Take(Any any)
    {
        if (any.TryUnpack<ErrorInfo>(out var error))
            Take(error);
        else if (any.TryUnpack<BadRequest>(out var request))
            Violations = request.FieldViolations.Select(Violation).ToArray();
        else if (any.TryUnpack<LocalizedMessage>(out var text) && IsSwedish(text))
            Swedish = text.Message;
        else if (text is not null)
            English = text.Message;
        else if (any.TryUnpack<RetryInfo>(out var retry) && retry.RetryDelay is { } delay)
            RetryAfter = delay.ToTimeSpan();
    }

    private void Take(ErrorInfo error)
    {
        Reason = error.Reason.Length > 0 ? error.Reason : null;
        Facts = new Dictionary<string, string>(error.Metadata);
    }

    private static ProblemViolation Violation(BadRequest.Types.FieldViolation violation)
    {
        var code = violation.Reason.Length > 0 ? violation.Reason : "invalid";
        var text = violation.LocalizedMessage;
        return text is not null && IsSwedish(text)
            ? new(violation.Field, code, text.Message, violation.Description)
            : new(violation.Field, code, violation.Description, text?.Message ?? violation.Description);
    }

    private static bool IsSwedish(LocalizedMessage text) =>
        text.Locale.StartsWith("sv", StringComparison.OrdinalIgnoreCase);
}
