using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

/// <summary>The server uses requests and buffers again; what a handler keeps of a call is never of another.</summary>
public sealed class KeptCallTests
{
    [Fact]
    public async Task A_context_that_is_used_after_its_call_is_refused_or_harmless()
    {
        await using var host = await Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        await Say(client, "first");
        var context = Assert.Single(Kept(host)).Context;

        // The next call comes on the same connection and is answered while the old context is tried.
        Kept(host).Clear();
        var second = Say(client, "second", new SayRequest { Hang = true });
        await host.State.Started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        context.Status = new Status(StatusCode.Aborted, "late");
        context.ResponseTrailers.Add("echo-late", "late");
        Assert.Throws<InvalidOperationException>(context.GetHttpContext);
        Assert.Throws<InvalidOperationException>(() => context.Host);
        Assert.Throws<InvalidOperationException>(() => context.Peer);
        Assert.Throws<InvalidOperationException>(() => context.RequestHeaders);
        Assert.Throws<InvalidOperationException>(() => context.CancellationToken);
        Assert.Throws<InvalidOperationException>(() => context.AuthContext);
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteResponseHeadersAsync([]));
        host.State.LetGo.SetResult();

        var trailers = await second;
        Assert.Null(trailers.Get("echo-late"));
        Assert.Equal("second", trailers.GetValue("echo-name"));
    }

    [Fact]
    public async Task A_writer_that_is_used_after_its_call_is_refused()
    {
        await using var host = await Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var first = client.Repeat(new RepeatRequest { Text = "first" });
        Assert.Single(await first.ResponseStream.ReadAllAsync().ToListAsync());
        var writer = host.Services.GetRequiredService<ConcurrentBag<IServerStreamWriter<SayReply>>>().Single();
        using var second = client.Repeat(new RepeatRequest { Text = "second" });
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => writer.WriteAsync(new SayReply { Text = "late" }));

        Assert.Equal("second", Assert.Single(await second.ResponseStream.ReadAllAsync().ToListAsync()).Text);
    }

    [Fact]
    public async Task What_handlers_keep_stays_their_own()
    {
        await using var host = await Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        for (var wave = 0; wave < 20; wave++)
            await Task.WhenAll(Enumerable.Range(wave * 100, 100).Select(n => Say(client, $"call {n}")));

        Assert.Equal(2000, Kept(host).Count);
        Assert.All(Kept(host), kept =>
        {
            Assert.Equal(kept.Request.Text, kept.Headers.GetValue("echo-name"));
            Assert.Equal(kept.Request.Text, kept.Request.Payload.ToStringUtf8());
        });
    }

    private static Task<EchoHost> Start() => EchoHost.Start(
        add: b => b.Services.AddSingleton<ConcurrentBag<KeptCall>>()
            .AddSingleton<ConcurrentBag<IServerStreamWriter<SayReply>>>(),
        map: a => a.MapGrpcService<KeepingService>());

    private static ConcurrentBag<KeptCall> Kept(EchoHost host) =>
        host.Services.GetRequiredService<ConcurrentBag<KeptCall>>();

    private static async Task<Metadata> Say(
        TestService.TestServiceClient client, string name, SayRequest? request = null)
    {
        request ??= new SayRequest();
        request.Text = name;
        request.Payload = Google.Protobuf.ByteString.CopyFromUtf8(name);
        using var call = client.SayAsync(request, new Metadata { { "echo-name", name } });
        Assert.Equal(name, (await call).Text);
        return call.GetTrailers();
    }

    private sealed record KeptCall(ServerCallContext Context, SayRequest Request, Metadata Headers);

    private sealed class KeepingService(
        EchoState state, ConcurrentBag<KeptCall> calls, ConcurrentBag<IServerStreamWriter<SayReply>> writers)
        : TestService.TestServiceBase
    {
        public override async Task<SayReply> Say(SayRequest request, ServerCallContext context)
        {
            await Task.Yield();
            if (request.Text != "first")
            {
                calls.Add(new KeptCall(context, request, context.RequestHeaders));
                context.ResponseTrailers.Add("echo-name", context.RequestHeaders.GetValue("echo-name")!);
            }
            else
            {
                calls.Add(new KeptCall(context, request, []));
            }
            if (request.Hang)
            {
                state.Started.SetResult();
                await state.LetGo.Task;
            }
            return new SayReply { Text = request.Text };
        }

        public override Task Repeat(
            RepeatRequest request, IServerStreamWriter<SayReply> responseStream, ServerCallContext context)
        {
            writers.Add(responseStream);
            return responseStream.WriteAsync(new SayReply { Text = request.Text });
        }
    }
}
