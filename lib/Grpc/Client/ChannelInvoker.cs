using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Starts calls over a channel.</summary>
internal sealed class ChannelInvoker(GrpcChannel channel) : CallInvoker
{
    public override TReply BlockingUnaryCall<TRequest, TReply>(
        Method<TRequest, TReply> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TReply> AsyncUnaryCall<TRequest, TReply>(
        Method<TRequest, TReply> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall<TRequest, TReply>(channel, method, host, options);
        return new AsyncUnaryCall<TReply>(call.Only(call.OneRequest(request)), State(call));
    }

    public override AsyncServerStreamingCall<TReply> AsyncServerStreamingCall<TRequest, TReply>(
        Method<TRequest, TReply> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall<TRequest, TReply>(channel, method, host, options);
        return new AsyncServerStreamingCall<TReply>(
            new ReplyReader<TRequest, TReply>(call, call.Open(call.OneRequest(request))), State(call));
    }

    public override AsyncClientStreamingCall<TRequest, TReply> AsyncClientStreamingCall<TRequest, TReply>(
        Method<TRequest, TReply> method, string? host, CallOptions options)
    {
        var call = new ClientCall<TRequest, TReply>(channel, method, host, options);
        var requests = new RequestWriter<TRequest>(call, method.RequestMarshaller);
        return new AsyncClientStreamingCall<TRequest, TReply>(requests, call.Only(requests.Content), State(call));
    }

    public override AsyncDuplexStreamingCall<TRequest, TReply> AsyncDuplexStreamingCall<TRequest, TReply>(
        Method<TRequest, TReply> method, string? host, CallOptions options)
    {
        var call = new ClientCall<TRequest, TReply>(channel, method, host, options);
        var requests = new RequestWriter<TRequest>(call, method.RequestMarshaller);
        return new AsyncDuplexStreamingCall<TRequest, TReply>(
            requests, new ReplyReader<TRequest, TReply>(call, call.Open(requests.Content)), State(call));
    }

    private static CallState State(ClientCall call) => new(
        call,
        static s => ((ClientCall)s).Headers,
        static s => ((ClientCall)s).Outcome,
        static s => ((ClientCall)s).Trailers,
        static s => ((ClientCall)s).Dispose());
}
