using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Interop.Tap;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

public sealed class CompressionTests
{
    private static readonly SayRequest Large = new() { Payload = ByteString.CopyFrom(new byte[100_000]) };

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("identity, gzip", true)]
    [InlineData("br", false)]
    [InlineData(null, false)]
    public async Task Replies_are_packed_for_who_accepts_it(string? accepts, bool isPacked)
    {
        await using var host = await EchoHost.Start(o => o.ResponseCompressionAlgorithm = "gzip");
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request("/echo.v1.TestService/Say", false, ("grpc-accept-encoding", accepts));
        foreach (var piece in Framed.Message(Large).Chunk(16_000))
            await wire.Data(stream, piece, false);
        await wire.Data(stream, [], true);
        var answer = await wire.Answer(stream);

        Assert.Equal("0", answer.Status);
        Assert.Equal(isPacked ? 1 : 0, answer.Body[0]);
        Assert.Equal(isPacked, answer.Headers.GetValueOrDefault("grpc-encoding") == "gzip");
        Assert.Equal(isPacked, answer.Body.Count < 1000);
    }

    [Fact]
    public async Task Client_and_server_pack_both_ways()
    {
        await using var host = await EchoHost.Start(o => o.ResponseCompressionAlgorithm = "gzip");
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var reply = await client.SayAsync(Large, new Metadata { { "grpc-internal-encoding-request", "gzip" } });

        Assert.Equal(Large.Payload, reply.Payload);
        Assert.Equal("gzip", host.State.Seen!.Encoding);
    }

    [Fact]
    public async Task A_client_that_packs_leaves_plain_what_its_options_say()
    {
        await using var host = await EchoHost.Start();
        await using var tap = WireTap.Before(host.Address.Port);
        using var channel = GrpcChannel.ForAddress($"http://{tap.Authority}");
        var client = new TestService.TestServiceClient(channel);
        var packs = new CallOptions(new Metadata { { "grpc-internal-encoding-request", "gzip" } });
        var plain = packs.WithWriteOptions(new WriteOptions(WriteFlags.NoCompress));

        await client.SayAsync(Large, packs);
        await client.SayAsync(Large, plain);
        using var stream = client.Collect(plain);
        await stream.RequestStream.WriteAsync(Large);
        stream.RequestStream.WriteOptions = WriteOptions.Default;
        await stream.RequestStream.WriteAsync(Large);
        await stream.RequestStream.CompleteAsync();
        await stream;

        Assert.Equal(["gzip", "plain", "plain, gzip"], tap.Since(0).Select(call => $"{call.Asked}"));
    }

    [Fact]
    public async Task Streams_are_packed_message_by_message()
    {
        await using var host = await EchoHost.Start(o => o.ResponseCompressionAlgorithm = "gzip");
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Repeat(new RepeatRequest { Count = 20, PayloadSize = 5000 });
        var sizes = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            sizes.Add(reply.Payload.Length);

        Assert.Equal(Enumerable.Repeat(5000, 20), sizes);
    }
}
