using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>What an exception that leaves a handler becomes for the caller.</summary>
internal static class Failures
{
    /// <summary>The status and trailers, for gRPC and JSON alike.</summary>
    public static RpcException Of(Exception thrown, HttpCallContext call)
    {
        if (call.EndReason is { } reason)
            return new RpcException(reason);
        return thrown switch
        {
            RpcException known => known,
            _ when call.Http.RequestAborted.IsCancellationRequested => Cancelled(thrown),
            ConnectionResetException or OperationCanceledException => Cancelled(thrown),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } bad =>
                new RpcException(new Status(StatusCode.ResourceExhausted, bad.Message, bad)),
            BadHttpRequestException bad => Refusals.Internal(bad.Message, bad),
            _ => new RpcException(new Status(StatusCode.Unknown, Detail(thrown, call), thrown)),
        };
    }

    /// <summary>
    /// What the loss of a request becomes. The server's plain exception for a stream that the client has reset comes
    /// before the request's token tells of it, and could else not be told from one that a handler made itself.
    /// </summary>
    public static Exception Lost(IOException broken) =>
        broken is BadHttpRequestException ? broken : Cancelled(broken);

    private static RpcException Cancelled(Exception thrown) =>
        new(new Status(StatusCode.Cancelled, "The call was cancelled.", thrown));

    private static string Detail(Exception thrown, HttpCallContext call) =>
        call.Rpc.Binding.Options.EnableDetailedErrors == true
            ? $"The handler failed. {thrown.GetType().Name}: {thrown.Message}"
            : "The handler failed.";
}
