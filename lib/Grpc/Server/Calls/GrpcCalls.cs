using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>The course of the four kinds of call, from the first byte of the request to the status.</summary>
internal static class GrpcCalls
{
    public static async Task Unary<TRequest, TReply>(
        HttpContext http, RpcMethod<TRequest, TReply> rpc, UnaryServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        if (!Accept(http, rpc))
            return;
        using var call = new GrpcCall(http, rpc);
        try
        {
            call.Open();
            var request = await First(call, rpc).ConfigureAwait(false);
            var reply = await handler(request, call).ConfigureAwait(false);
            await Last(call, rpc, reply).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            call.Fail(thrown);
        }
        if (call.Ending is { } ending)
            await ending.ConfigureAwait(false);
    }

    public static async Task ServerStreaming<TRequest, TReply>(
        HttpContext http, RpcMethod<TRequest, TReply> rpc, ServerStreamingServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        if (!Accept(http, rpc))
            return;
        using var call = new GrpcCall(http, rpc);
        try
        {
            call.Open();
            var request = await First(call, rpc).ConfigureAwait(false);
            await handler(request, new ReplyWriter<TReply>(call, rpc.Replies), call).ConfigureAwait(false);
            call.Finish();
        }
        catch (Exception thrown)
        {
            call.Fail(thrown);
        }
        if (call.Ending is { } ending)
            await ending.ConfigureAwait(false);
    }

    public static async Task ClientStreaming<TRequest, TReply>(
        HttpContext http, RpcMethod<TRequest, TReply> rpc, ClientStreamingServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        if (!Accept(http, rpc))
            return;
        using var call = new GrpcCall(http, rpc);
        try
        {
            call.Open();
            var reply = await handler(new RequestReader<TRequest>(call, rpc.Requests), call).ConfigureAwait(false);
            await Last(call, rpc, reply).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            call.Fail(thrown);
        }
        if (call.Ending is { } ending)
            await ending.ConfigureAwait(false);
    }

    public static async Task DuplexStreaming<TRequest, TReply>(
        HttpContext http, RpcMethod<TRequest, TReply> rpc, DuplexStreamingServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        if (!Accept(http, rpc))
            return;
        using var call = new GrpcCall(http, rpc);
        try
        {
            call.Open();
            var requests = new RequestReader<TRequest>(call, rpc.Requests);
            await handler(requests, new ReplyWriter<TReply>(call, rpc.Replies), call).ConfigureAwait(false);
            call.Finish();
        }
        catch (Exception thrown)
        {
            call.Fail(thrown);
        }
        if (call.Ending is { } ending)
            await ending.ConfigureAwait(false);
    }

    // Routing does not mind upper and lower case; the protocol does.
    private static bool Accept(HttpContext http, RpcMethod rpc)
    {
        if (!Handshake.Accept(http))
            return false;
        if (http.Request.Path.Value!.EndsWith(rpc.FullName, StringComparison.Ordinal))
            return true;
        Handshake.RefuseUnknown(http);
        return false;
    }

    private static ValueTask<TRequest> First<TRequest, TReply>(GrpcCall call, RpcMethod<TRequest, TReply> rpc)
        where TRequest : class
        where TReply : class
    {
        try
        {
            var read = call.Requests.Only(rpc.Requests.ContextualDeserializer, call.ReadToken);
            return read.IsCompletedSuccessfully ? read : First(read);
        }
        catch (IOException broken)
        {
            throw Failures.Lost(broken);
        }
    }

    private static async ValueTask<TRequest> First<TRequest>(ValueTask<TRequest> read)
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (IOException broken)
        {
            throw Failures.Lost(broken);
        }
    }

    // A call that fails by its status has no reply.
    private static ValueTask Last<TRequest, TReply>(GrpcCall call, RpcMethod<TRequest, TReply> rpc, TReply? reply)
        where TRequest : class
        where TReply : class
    {
        if (call.Status.StatusCode == StatusCode.OK && call.EndReason is null)
        {
            if (reply is null)
                throw Refusals.Internal("The handler returned no reply.");
            var written = call.Write(reply, rpc.Replies.ContextualSerializer, null, flush: false, default);
            if (!written.IsCompletedSuccessfully)
                return Finish(written, call);
        }
        call.Finish();
        return ValueTask.CompletedTask;
    }

    private static async ValueTask Finish(ValueTask written, GrpcCall call)
    {
        await written.ConfigureAwait(false);
        call.Finish();
    }
}
