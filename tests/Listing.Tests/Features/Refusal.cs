using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace NaraVard.Listing.Tests.Features;

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

    public static Refusal Of(RpcException error)
    {
        var status = Google.Rpc.Status.Parser.ParseFrom(error.Trailers.GetValueBytes("grpc-status-details-bin"));
        var about = Details<ErrorInfo>(status).Single();
        var faults = Details<BadRequest>(status).SelectMany(bad => bad.FieldViolations)
            .Select(fault => $"{fault.Field} {fault.Reason}").Order(StringComparer.Ordinal);
        var swedish = Details<LocalizedMessage>(status).Single(text => text.Locale == "sv").Message;
        return new(error.StatusCode, about.Reason, about.Metadata.ToDictionary(), [.. faults], swedish);
    }

    private static IEnumerable<T> Details<T>(Google.Rpc.Status status)
        where T : class, IMessage<T>, new() =>
        status.Details.Where(detail => detail.Is(new T().Descriptor)).Select(detail => detail.Unpack<T>());
}
