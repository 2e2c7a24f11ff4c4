using Google.Rpc;
using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Capitation;

/// <summary>What a refused call was told.</summary>
internal static class Told
{
    /// <summary>The stable code of the refusal.</summary>
    public static async Task<string> Code<T>(this AsyncUnaryCall<T> call) => About(await Refusal(call)).Reason;

    /// <summary>The stable code of a refusal.</summary>
    public static string Reason(this RpcException refusal) => About(refusal).Reason;

    /// <summary>The facts for programs.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Facts<T>(this AsyncUnaryCall<T> call) =>
        About(await Refusal(call)).Metadata.ToDictionary();

    /// <summary>All fields that are wrong, each with its code.</summary>
    public static async Task<IReadOnlyList<string>> Faults<T>(this AsyncUnaryCall<T> call) =>
    [
        .. Details<BadRequest>(await Refusal(call)).SelectMany(bad => bad.FieldViolations)
            .Select(fault => $"{fault.Field} {fault.Reason}").Order(StringComparer.Ordinal),
    ];

    private static ErrorInfo About(RpcException error) => Details<ErrorInfo>(error).Single();

    private static async Task<RpcException> Refusal<T>(AsyncUnaryCall<T> call) =>
        await Assert.ThrowsAsync<RpcException>(async () => await call);

    private static IEnumerable<T> Details<T>(RpcException error)
        where T : Google.Protobuf.IMessage<T>, new() =>
        Google.Rpc.Status.Parser.ParseFrom(error.Trailers.GetValueBytes("grpc-status-details-bin")).Details
            .Where(detail => detail.Is(new T().Descriptor)).Select(detail => detail.Unpack<T>());
}
