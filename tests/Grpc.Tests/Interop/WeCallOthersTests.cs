using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Interop;

/// <summary>Our client against the server of grpc-js.</summary>
public sealed class WeCallOthersTests : IAsyncLifetime
{
    private readonly Process server =
        Tools.Start("node", OthersCallUsTests.Script("server.js"), Tools.Modules, Tools.Protos);

    private GrpcChannel? channel;

    private TestService.TestServiceClient Client => new(channel!);

    public async Task InitializeAsync()
    {
        var port = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
    }

    public Task DisposeAsync()
    {
        channel?.Dispose();
        server.Kill();
        server.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Unary_with_metadata_and_gzip_both_ways()
    {
        var request = new SayRequest { Text = "hej", Payload = ByteString.CopyFrom(new byte[50_000]) };

        using var call = Client.SayAsync(request, new Metadata
        {
            { "echo-x-bin", [0, 255, 7] }, { "grpc-internal-encoding-request", "gzip" },
        });
        var reply = await call;

        Assert.Equal((request.Text, request.Payload), (reply.Text, reply.Payload));
        Assert.Equal([0, 255, 7], call.GetTrailers().GetValueBytes("echo-x-bin")!);
    }

    [Fact]
    public async Task A_failure_with_text_and_details()
    {
        var failure = new Failure { Code = 9, Message = "nej: å", Details = ByteString.CopyFrom(1, 2) };

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.SayAsync(new SayRequest { Failure = failure }));

        Assert.Equal((StatusCode.FailedPrecondition, "nej: å"), (thrown.StatusCode, thrown.Status.Detail));
        Assert.Equal([1, 2], thrown.Trailers.GetValueBytes("grpc-status-details-bin")!);
    }

    [Fact]
    public async Task An_unknown_method_and_a_deadline()
    {
        var soon = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(200);

        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await Client.MissingAsync(new SayRequest()));
        var late = await Assert.ThrowsAsync<RpcException>(
            async () => await Client.SayAsync(new SayRequest { Wait = true }, deadline: soon));

        Assert.Equal(
            (StatusCode.Unimplemented, StatusCode.DeadlineExceeded), (unknown.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task All_kinds_of_streams()
    {
        using var collect = Client.Collect();
        await collect.RequestStream.WriteAsync(new SayRequest { Text = "a" });
        await collect.RequestStream.WriteAsync(new SayRequest { Text = "b" });
        await collect.RequestStream.CompleteAsync();
        using var repeat = Client.Repeat(new RepeatRequest { Text = "x", Count = 100 });
        var count = 0;
        await foreach (var _ in repeat.ResponseStream.ReadAllAsync())
            count++;
        using var chat = Client.Chat();
        await chat.RequestStream.WriteAsync(new SayRequest { Text = "a" });
        var answered = await chat.ResponseStream.MoveNext();
        await chat.RequestStream.CompleteAsync();
        var more = await chat.ResponseStream.MoveNext();

        Assert.Equal(("a,b", 100, true, false), ((await collect).Text, count, answered, more));
    }
}
