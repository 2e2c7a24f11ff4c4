using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The failures that the protocol itself prescribes.</summary>
internal static class Refusals
{
    public static RpcException Internal(string detail, Exception? cause = null) =>
        new(new Status(StatusCode.Internal, detail, cause));

    public static RpcException Unimplemented(string detail) => new(new Status(StatusCode.Unimplemented, detail));

    public static RpcException TooLarge(string what, long size, int max) =>
        new(new Status(StatusCode.ResourceExhausted, $"{what} of {size} bytes is larger than the limit of {max}."));
}
