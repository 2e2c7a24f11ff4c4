using Google.Protobuf;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

/// <summary>What the protocol prescribes for requests, right and wrong, frame by frame.</summary>
public sealed class ProtocolTests
{
    private const string Say = "/echo.v1.TestService/Say";

    [Theory]
    [InlineData("application/grpc", "200", "0")]
    [InlineData("application/grpc+proto", "200", "0")]
    [InlineData("Application/GRPC", "200", "0")]
    [InlineData("application/grpc; charset=utf-8", "200", "0")]
    [InlineData("application/grpc+json", "415", null)]
    [InlineData("application/grpc-web", "415", null)]
    [InlineData("application/grpcx", "415", null)]
    [InlineData("application/json", "415", null)]
    [InlineData(null, "415", null)]
    public async Task Content_types(string? contentType, string http, string? status)
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false, ("content-type", contentType));
        await wire.Data(stream, Framed.Say("x"), true);
        var answer = await wire.Answer(stream);

        Assert.Equal((http, status), (answer.Http, answer.Status));
    }

    [Theory]
    [InlineData("/echo.v1.TestService/Nothing")]
    [InlineData("/echo.v1.Nobody/Say")]
    [InlineData("/echo.v1.TestService/say")]
    [InlineData("/")]
    [InlineData("/a/b/c/d")]
    [InlineData("/echo.v1.TestService/Missing")]
    public async Task Unknown_methods_are_unimplemented(string path)
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(path, false);
        await wire.Data(stream, Framed.Say("x"), true);
        var answer = await wire.Answer(stream);

        Assert.Equal(("200", "12", true), (answer.Http, answer.Status, answer.IsTrailersOnly));
    }

    [Fact]
    public async Task Another_http_method_is_not_allowed()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var answer = await wire.Answer(await wire.Request(Say, true, (":method", "GET")));

        Assert.Equal("405", answer.Http);
    }

    public static TheoryData<string, string, byte[]> Bodies() => new()
    {
        { "one message", "0", Framed.Say("x") },
        { "an empty message", "0", Framed.Of(0, []) },
        { "no message", "12", [] },
        { "two messages", "12", [.. Framed.Say("x"), .. Framed.Say("y")] },
        { "one message and a byte", "12", [.. Framed.Say("x"), 0] },
        { "half a frame header", "13", [0, 0, 0] },
        { "half a message", "13", Framed.Say("hej hej")[..8] },
        { "unknown flags", "13", Framed.Of(2, [1]) },
        { "packed without saying how", "13", Framed.Of(1, Framed.Gzip([])) },
        { "no protobuf", "13", Framed.Of(0, [0xFF, 0xFF, 0xFF]) },
        { "protobuf that ends early", "13", Framed.Of(0, [0x0A, 0x7F, 0x41]) },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Bodies_of_a_unary_call(string what, string status, byte[] body)
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false);
        await wire.Data(stream, body, true);
        var answer = await wire.Answer(stream);

        Assert.Equal((what, "200", status), (what, answer.Http, answer.Status));
    }

    public static TheoryData<string, string, string, byte[]> Packed() => new()
    {
        { "gzip", "gzip", "0", Framed.Of(1, Framed.Gzip(new SayRequest { Text = "x" }.ToByteArray())) },
        { "gzip said, but plain", "gzip", "0", Framed.Say("x") },
        { "identity", "identity", "0", Framed.Say("x") },
        { "no gzip", "gzip", "13", Framed.Of(1, [1, 2, 3, 4]) },
        { "gzip cut off", "gzip", "13", Framed.Of(1, Framed.Gzip(new byte[100])[..12]) },
        { "a bomb", "gzip", "8", Framed.Of(1, Framed.Gzip(new byte[5_000_000])) },
        { "unknown", "br", "12", Framed.Say("x") },
    };

    [Theory]
    [MemberData(nameof(Packed))]
    public async Task Encodings(string what, string encoding, string status, byte[] body)
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false, ("grpc-encoding", encoding));
        await wire.Data(stream, body, true);
        var answer = await wire.Answer(stream);

        Assert.Equal((what, "200", status), (what, answer.Http, answer.Status));
        if (encoding == "br")
            Assert.Equal("identity,gzip", answer.Headers["grpc-accept-encoding"]);
    }

    [Fact]
    public async Task An_oversized_message_is_refused_by_its_header_alone()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false);
        await wire.Data(stream, Framed.Of(0, [], 4 * 1024 * 1024 + 1), false);
        var answer = await wire.Answer(stream);

        Assert.Equal(("200", "8"), (answer.Http, answer.Status));
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("1S", "0")]
    [InlineData("99999999H", "0")]
    [InlineData("123456789S", "13")]
    [InlineData("5", "13")]
    [InlineData("S", "13")]
    [InlineData("-1S", "13")]
    [InlineData("1.5S", "13")]
    [InlineData("1s", "13")]
    public async Task Timeouts(string timeout, string status)
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false, ("grpc-timeout", timeout.Length == 0 ? null : timeout));
        await wire.Data(stream, Framed.Say("x"), true);
        var answer = await wire.Answer(stream);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_frame_in_pieces_is_one_message()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false);
        foreach (var piece in Framed.Say("in pieces").Chunk(1))
            await wire.Data(stream, piece, false);
        await wire.Data(stream, [], true);
        var answer = await wire.Answer(stream);

        Assert.Equal(Framed.Message(new SayReply { Text = "in pieces" }), answer.Body);
        Assert.Equal("0", answer.Status);
    }

    [Fact]
    public async Task A_broken_stream_of_requests_ends_the_call()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request("/echo.v1.TestService/Collect", false);
        await wire.Data(stream, [.. Framed.Say("a"), .. Framed.Say("b")[..6]], true);
        var answer = await wire.Answer(stream);

        Assert.Equal("13", answer.Status);
    }

    [Fact]
    public async Task A_reset_cancels_the_handler_and_leaves_the_connection_usable()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var first = await wire.Request(Say, false);
        await wire.Data(first, Framed.Message(new SayRequest { Wait = true }), true);
        await host.State.Started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await wire.Reset(first);
        await host.State.Cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var second = await wire.Request(Say, false);
        await wire.Data(second, Framed.Say("x"), true);

        Assert.Equal("0", (await wire.Answer(second)).Status);
    }

    [Fact]
    public async Task Binary_metadata_may_come_joined_and_with_or_without_padding()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false, ("echo-x-bin", "AQ==,Ag, AwQ="));
        await wire.Data(stream, Framed.Say("x"), true);
        await wire.Answer(stream);

        Assert.Equal(
            ["01", "02", "0304"],
            host.State.Seen!.Headers.GetAll("echo-x-bin").Select(e => Convert.ToHexString(e.ValueBytes)));
    }

    [Fact]
    public async Task Binary_metadata_that_is_no_base64_is_a_violation()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request(Say, false, ("echo-x-bin", "%%%"));
        await wire.Data(stream, Framed.Say("x"), true);

        Assert.Equal("13", (await wire.Answer(stream)).Status);
    }
}
