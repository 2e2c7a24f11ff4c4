using Grpc.Core;
using Grpc.Core.Interceptors;

namespace NaraVard.Platform.Rpc;

/// <summary>An interceptor that does the same around every kind of call.</summary>
internal abstract class Around : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => Done(continuation(request, Writer(responseStream, context), context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => Done(continuation(requestStream, Writer(responseStream, context), context)));

    /// <summary>Does what it does around the call.</summary>
    protected abstract Task<T> Run<T>(ServerCallContext context, Func<Task<T>> call);

    /// <summary>May stand before each message of a stream.</summary>
    protected virtual IServerStreamWriter<T> Writer<T>(IServerStreamWriter<T> writer, ServerCallContext context) =>
        writer;

    private static async Task<bool> Done(Task call)
    {
        await call;
        return true;
    }
}
