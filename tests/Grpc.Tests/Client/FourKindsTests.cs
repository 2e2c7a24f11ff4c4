using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Client;

public sealed class FourKindsTests
{
    [Fact]
    public async Task Unary_brings_one_reply_with_headers_status_and_trailers()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.SayAsync(new SayRequest { Text = "hej" }, new Metadata { { "echo-a", "1" } });
        var reply = await call;

        Assert.Equal("hej", reply.Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal("1", call.GetTrailers().GetValue("echo-a"));
        Assert.NotNull(await call.ResponseHeadersAsync);
    }

    [Fact]
    public async Task A_blocking_call_brings_the_reply()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var reply = await Task.Run(() => client.Say(new SayRequest { Text = "hej" }));

        Assert.Equal("hej", reply.Text);
    }

    [Fact]
    public async Task Client_streaming_collects_until_completed()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Collect();
        foreach (var text in new[] { "a", "b", "c" })
            await call.RequestStream.WriteAsync(new SayRequest { Text = text });
        await call.RequestStream.CompleteAsync();

        Assert.Equal("a,b,c", (await call).Text);
    }

    [Fact]
    public async Task Client_streaming_may_send_nothing()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Collect();
        await call.RequestStream.CompleteAsync();

        Assert.Equal(0, (await call).Number);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Server_streaming_brings_every_reply_in_order(int count)
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Repeat(new RepeatRequest { Text = "x", Count = count });
        List<long> numbers = [];
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            numbers.Add(reply.Number);

        Assert.Equal(Enumerable.Range(0, count).Select(n => (long)n), numbers);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Duplex_answers_while_the_client_still_sends()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Chat();
        foreach (var text in new[] { "a", "b", "c" })
        {
            await call.RequestStream.WriteAsync(new SayRequest { Text = text });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(text, call.ResponseStream.Current.Text);
        }
        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task A_message_of_many_pieces_goes_both_ways_unchanged()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var payload = new byte[3_000_000];
        new Random(7).NextBytes(payload);

        var reply = await client.SayAsync(
            new SayRequest { Payload = Google.Protobuf.ByteString.CopyFrom(payload) });

        Assert.Equal(payload, reply.Payload.ToByteArray());
    }

    [Fact]
    public async Task Many_calls_share_a_channel()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(n => client.SayAsync(new SayRequest { Number = n }).ResponseAsync));

        Assert.Equal(Enumerable.Range(0, 300).Select(n => (long)n), replies.Select(r => r.Number));
    }

    [Fact]
    public async Task A_call_beside_a_full_connection_opens_another()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var limit = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30);

        var streams = Enumerable.Range(0, 100).Select(_ => client.Repeat(new RepeatRequest { Count = 1, Wait = true }));
        foreach (var stream in streams.ToList())
            Assert.True(await stream.ResponseStream.MoveNext());
        var reply = await client.SayAsync(new SayRequest { Text = "hej" }, deadline: limit);

        Assert.Equal("hej", reply.Text);
    }
}
