using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>What a refused call was told.</summary>
internal sealed record Refusal(
    StatusCode Status,
    string Code,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<string> Faults,
    string Swedish)
{
    /// <summary>The code when fields are wrong.</summary>
    public const string Invalid = "invalid-request";

    /// <summary>The code of what is not there, or not the caller's.</summary>
    public const string NotFound = "not-found";

    /// <summary>Whether a rule of this service refused, and not what stands around every call.</summary>
    public bool IsOfARule => Status is StatusCode.FailedPrecondition or StatusCode.Aborted
        or StatusCode.AlreadyExists;

    public static Refusal Of(RpcException error)
    {
        var status = Google.Rpc.Status.Parser.ParseFrom(error.Trailers.GetValueBytes("grpc-status-details-bin"));
        var about = Details<ErrorInfo>(status).Single();
        var faults = Details<BadRequest>(status).SelectMany(bad => bad.FieldViolations)
            .Select(fault => $"{fault.Field} {fault.Reason}").Order(StringComparer.Ordinal);
        var swedish = Details<LocalizedMessage>(status).Single(text => text.Locale == "sv").Message;
        return new(error.StatusCode, about.Reason, about.Metadata.ToDictionary(), [.. faults], swedish);
    }

    /// <summary>The status that goes with a code; every code that is not named here is a rule's.</summary>
    public static StatusCode StatusOf(string code) => code switch
    {
        Invalid => StatusCode.InvalidArgument,
        NotFound => StatusCode.NotFound,
        "not-signed-in" => StatusCode.Unauthenticated,
        "role-missing" => StatusCode.PermissionDenied,
        "version-mismatch" or "idempotency-key-reused" => StatusCode.Aborted,
        "handoff-id-taken" => StatusCode.AlreadyExists,
        _ => StatusCode.FailedPrecondition,
    };

    private static IEnumerable<T> Details<T>(Google.Rpc.Status status)
        where T : class, IMessage<T>, new() =>
        status.Details.Where(detail => detail.Is(new T().Descriptor)).Select(detail => detail.Unpack<T>());
}
