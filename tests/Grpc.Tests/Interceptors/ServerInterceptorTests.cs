using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Interceptors;

public sealed class ServerInterceptorTests
{
    [Fact]
    public async Task Those_for_all_stand_outside_those_for_one_in_the_order_added()
    {
        var trail = new Trail();
        await using var host = await Start(trail, o =>
        {
            o.Interceptors.Add<Named>("a");
            o.Interceptors.Add<Named>("b");
        }, s => s.AddGrpc().AddServiceOptions<EchoService>(o => o.Interceptors.Add<Named>("c")));
        using var channel = GrpcChannel.ForAddress(host.Address);

        await new TestService.TestServiceClient(channel).SayAsync(new SayRequest());

        Assert.Equal(["a>", "b>", "c>", "<c", "<b", "<a"], trail.Steps);
    }

    [Fact]
    public async Task They_stand_around_all_four_kinds()
    {
        var trail = new Trail();
        await using var host = await Start(trail, o => o.Interceptors.Add<Named>("a"));
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        await client.SayAsync(new SayRequest());
        using var collect = client.Collect();
        await collect.RequestStream.CompleteAsync();
        await collect;
        using var repeat = client.Repeat(new RepeatRequest());
        await repeat.ResponseStream.MoveNext();
        using var chat = client.Chat();
        await chat.RequestStream.CompleteAsync();
        await chat.ResponseStream.MoveNext();

        Assert.Equal(8, trail.Steps.Count);
    }

    [Fact]
    public async Task A_registered_one_comes_from_the_scope_of_the_request()
    {
        await using var host = await Start(new Trail(), o => o.Interceptors.Add<TellsScope>(), s =>
        {
            s.AddScoped<PerCall>();
            s.AddScoped<TellsScope>();
        });
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var first = client.SayAsync(new SayRequest());
        await first;
        using var second = client.SayAsync(new SayRequest());
        await second;

        Assert.Equal("same", first.GetTrailers().GetValue("scope"));
        Assert.NotEqual(first.GetTrailers().GetValue("of"), second.GetTrailers().GetValue("of"));
    }

    [Fact]
    public async Task One_made_for_the_call_is_disposed_with_it()
    {
        var trail = new Trail();
        await using var host = await Start(trail, o => o.Interceptors.Add<Closes>());
        using var channel = GrpcChannel.ForAddress(host.Address);

        await new TestService.TestServiceClient(channel).SayAsync(new SayRequest());

        await trail.Closed.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task One_may_refuse_the_call()
    {
        await using var host = await Start(new Trail(), o => o.Interceptors.Add<Refuses>());
        using var channel = GrpcChannel.ForAddress(host.Address);

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await new TestService.TestServiceClient(channel).SayAsync(new SayRequest()));

        Assert.Equal((StatusCode.OutOfRange, "x"), (thrown.StatusCode, thrown.Trailers.GetValue("why")));
    }

    private static Task<EchoHost> Start(
        Trail trail, Action<GrpcServiceOptions> options, Action<IServiceCollection>? services = null) =>
        EchoHost.Start(options, b =>
        {
            b.Services.AddSingleton(trail);
            services?.Invoke(b.Services);
        });

    internal sealed class Trail
    {
        public List<string> Steps { get; } = [];

        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    internal sealed class PerCall;

    internal sealed class Named(string name, Trail trail) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            trail.Steps.Add($"{name}>");
            var reply = await continuation(request, context);
            trail.Steps.Add($"<{name}");
            return reply;
        }

        public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            trail.Steps.Add($"{name}>");
            var reply = await continuation(requestStream, context);
            trail.Steps.Add($"<{name}");
            return reply;
        }

        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            trail.Steps.Add($"{name}>");
            await continuation(request, responseStream, context);
            trail.Steps.Add($"<{name}");
        }

        public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            trail.Steps.Add($"{name}>");
            await continuation(requestStream, responseStream, context);
            trail.Steps.Add($"<{name}");
        }
    }

    internal sealed class TellsScope(PerCall ours) : Interceptor
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<PerCall, string> Names = [];

        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            var theirs = context.GetHttpContext().RequestServices.GetRequiredService<PerCall>();
            context.ResponseTrailers.Add("scope", ReferenceEquals(ours, theirs) ? "same" : "other");
            context.ResponseTrailers.Add("of", Names.GetValue(ours, _ => Guid.CreateVersion7().ToString()));
            return continuation(request, context);
        }
    }

    internal sealed class Closes(Trail trail) : Interceptor, IDisposable
    {
        public void Dispose() => trail.Closed.TrySetResult();
    }

    internal sealed class Refuses : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.OutOfRange, "no"), new Metadata { { "why", "x" } });
    }
}
