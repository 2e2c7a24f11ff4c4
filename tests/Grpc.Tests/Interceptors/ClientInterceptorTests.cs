using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Interceptors;

public sealed class ClientInterceptorTests
{
    [Fact]
    public async Task The_first_is_outermost_and_each_may_change_the_call()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel.Intercept(new Stamps("1"), new Stamps("2")));

        using var call = client.SayAsync(new SayRequest());
        await call;

        Assert.Equal("1, 2", string.Join(", ", call.GetTrailers().GetAll("echo-stamp").Select(e => e.Value)));
    }

    [Fact]
    public async Task One_may_stand_around_the_reply()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel.CreateCallInvoker().Intercept(new Replaces()));

        using var call = client.SayAsync(new SayRequest { Text = "mine" });

        Assert.Equal("replaced", (await call).Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_stream_passes_one_that_overrides_nothing_for_it()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel.Intercept(new Replaces()));

        using var call = client.Chat();
        await call.RequestStream.WriteAsync(new SayRequest { Text = "a" });
        Assert.True(await call.ResponseStream.MoveNext());

        Assert.Equal("a", call.ResponseStream.Current.Text);
    }

    private sealed class Stamps(string name) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            Metadata headers = [.. context.Options.Headers ?? []];
            headers.Add("echo-stamp", name);
            return continuation(request, new ClientInterceptorContext<TRequest, TResponse>(
                context.Method, context.Host, context.Options.WithHeaders(headers)));
        }
    }

    private sealed class Replaces : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var call = continuation(request, context);
            return new AsyncUnaryCall<TResponse>(
                Replace(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
        }

        private static async Task<T> Replace<T>(Task<T> reply)
        {
            await reply;
            return (T)(object)new SayReply { Text = "replaced" };
        }
    }
}
