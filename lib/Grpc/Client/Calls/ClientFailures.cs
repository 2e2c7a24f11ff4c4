using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>What an exception on the way to a server means as a status.</summary>
internal static class ClientFailures
{
    public static RpcException Of(Exception thrown, bool isExpired, bool isStopped)
    {
        if (thrown is RpcException known)
            return known;
        if (isExpired)
            return Failure(StatusCode.DeadlineExceeded, "The deadline has passed.", thrown);
        if (isStopped)
            return Failure(StatusCode.Cancelled, "The call was cancelled.", thrown);
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
            if (cause is HttpProtocolException reset)
                return Failure(OfReset(reset.ErrorCode), $"The stream was reset: {reset.Message}", thrown);
        return thrown switch
        {
            OperationCanceledException => Failure(StatusCode.Cancelled, "The call was cancelled.", thrown),
            HttpRequestException or IOException => Failure(
                StatusCode.Unavailable, $"The server cannot be reached: {thrown.Message}", thrown),
            _ => Failure(StatusCode.Internal, $"The call failed: {thrown.Message}", thrown),
        };
    }

    private static RpcException Failure(StatusCode code, string detail, Exception cause) =>
        new(new Status(code, detail, cause));

    // HTTP/2 error codes, as the protocol document maps them.
    private static StatusCode OfReset(long errorCode) => errorCode switch
    {
        0x7 => StatusCode.Unavailable,
        0x8 => StatusCode.Cancelled,
        0xB => StatusCode.ResourceExhausted,
        0xC => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };
}
