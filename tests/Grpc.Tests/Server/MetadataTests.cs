using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

public sealed class MetadataTests
{
    [Fact]
    public async Task Text_and_bytes_go_there_and_back_in_order()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var sent = new Metadata { { "echo-a", "1" }, { "echo-a", "2" }, { "Echo-B-bin", [0, 255, 10] } };

        using var call = client.SayAsync(new SayRequest(), sent);
        await call;
        var trailers = call.GetTrailers();

        // One line or two is the same to HTTP.
        Assert.Equal("1, 2", string.Join(", ", trailers.GetAll("echo-a").Select(e => e.Value)));
        Assert.Equal([0, 255, 10], trailers.GetValueBytes("echo-b-bin")!);
    }

    [Fact]
    public async Task Headers_of_the_transport_are_no_metadata()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        await client.SayAsync(new SayRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));

        var names = host.State.Seen!.Headers.Select(h => h.Key).ToArray();
        Assert.Empty(names.Intersect(["te", "content-type", "grpc-timeout", "grpc-accept-encoding", ":path"]));
    }

    [Fact]
    public async Task The_context_says_who_calls_what()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        await client.SayAsync(new SayRequest());

        var seen = host.State.Seen!;
        Assert.Equal("/echo.v1.TestService/Say", seen.Method);
        Assert.StartsWith("ipv4:127.0.0.1:", seen.Peer, StringComparison.Ordinal);
        Assert.Equal(host.Address.Authority, seen.Host);
        Assert.Equal(DateTime.MaxValue, seen.Deadline);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ö")]
    [InlineData("a:b")]
    public void Names_that_cannot_travel_are_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new Metadata { { name, "x" } });

    [Fact]
    public void Bytes_need_a_name_that_says_so() =>
        Assert.Throws<ArgumentException>(() => new Metadata { { "a", [1] } });

    [Fact]
    public void Text_needs_a_name_that_says_so() =>
        Assert.Throws<ArgumentException>(() => new Metadata { { "a-bin", "x" } });

    [Fact]
    public async Task A_text_that_cannot_travel_fails_the_call_and_not_the_server()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await client.SayAsync(new SayRequest { BadTrailer = true }));

        Assert.Equal(StatusCode.Internal, thrown.StatusCode);
    }

    [Fact]
    public async Task Headers_may_be_sent_before_the_reply()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.SayAsync(new SayRequest { EarlyHeader = "early", Hang = true });
        var headers = await call.ResponseHeadersAsync.WaitAsync(TimeSpan.FromMinutes(1));
        host.State.LetGo.SetResult();
        await call;

        Assert.Equal("early", headers.GetValue("echo-early"));
    }
}
