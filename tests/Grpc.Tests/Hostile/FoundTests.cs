using System.Net;
using System.Net.Sockets;
using System.Text;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Testing;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>What hostile streams have found, one row each, for ever.</summary>
public sealed class FoundTests
{
    [Theory]
    [InlineData("a time whose bytes are more than its letters", """{"time": "2026-03-01Tåååååå"}""")]
    [InlineData("an Any that holds the entry of a map",
        """{"any": {"@type": "x/transcoding.v1.Kinds.TextsByNameEntry", "key": "a", "value": "b"}}""")]
    [InlineData("an Any that holds a message without its required fields",
        """{"any": {"@type": "x/google.protobuf.UninterpretedOption.NamePart"}}""")]
    public async Task A_body_that_was_an_internal_error_is_the_callers_fault(string what, string body)
    {
        await using var host = await HostileHost.Start();
        using var client = new HttpClient { BaseAddress = host.Http1 };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("/kinds/v1/echoes", UriKind.Relative), content);

        Assert.Equal((what, HttpStatusCode.BadRequest), (what, answer.StatusCode));
        Assert.Empty(host.Faults);
    }

    [Fact]
    public async Task A_wrapper_that_ends_too_early_is_no_protobuf()
    {
        await using var host = await HostileHost.Start();
        await using var wire = await RawConnection.Open(host.Http2);

        var stream = await wire.Request("/transcoding.v1.KindsService/Echo", isEnd: false);
        // Field 64, an Int32Value, that says five bytes and has none.
        await wire.Data(stream, Framed.Of(0, [0x82, 0x04, 0x05]), isEnd: true);

        Assert.Equal("13", (await wire.Answer(stream)).Status);
        Assert.Empty(host.Faults);
    }

    [Fact]
    public async Task A_stream_that_ends_without_a_byte_has_no_body()
    {
        await using var host = await HostileHost.Start();
        await using var wire = await RawConnection.Open(host.Http2);

        var stream = await wire.Request(
            "/visits/v1/visits/a", isEnd: false, (":method", "GET"), ("content-type", null), ("te", null));
        await wire.Data(stream, [], isEnd: true);

        Assert.Equal("200", (await wire.Answer(stream)).Http);
    }

    [Theory]
    [InlineData("/echo.v1.TestService/Say", "application/grpc")]
    [InlineData("/echo.v1.TestService/Collect", "application/grpc")]
    [InlineData("/kinds/v1/echoes", "application/json")]
    public async Task A_request_that_its_caller_takes_back_is_no_error(string path, string contentType)
    {
        await using var host = await HostileHost.Start();
        await using var wire = await RawConnection.Open(host.Http2);

        // Whether the handler reads before or after the reset is chance.
        for (var i = 0; i < 200; i++)
        {
            var stream = await wire.Request(path, isEnd: false, ("content-type", contentType));
            await wire.Data(stream, [0, 0], isEnd: false);
            await wire.Reset(stream);
            wire.Forget(stream);
        }

        await Soon.Holds("all calls are over", () => host.Calls == 0);
        Assert.Empty(host.Faults);
    }

    [Theory]
    [InlineData("/echo.v1.TestService/Say", "application/grpc")]
    [InlineData("/echo.v1.TestService/Repeat", "application/grpc")]
    [InlineData("/echo.v1.TestService/Collect", "application/grpc")]
    [InlineData("/echo.v1.TestService/Chat", "application/grpc")]
    [InlineData("/kinds/v1/echoes", "application/json")]
    public async Task A_caller_that_leaves_before_its_request_is_there_is_no_error(string path, string contentType)
    {
        await using var host = await HostileHost.Start();

        for (var i = 0; i < 100; i++)
        {
            await using var wire = await RawConnection.Open(host.Http2);
            for (var j = 0; j < 10; j++)
            {
                var stream = await wire.Request(path, isEnd: false, ("content-type", contentType));
                await wire.Data(stream, [0, 0], isEnd: false);
            }
            if (i % 2 == 0)
                wire.Cut();
        }

        await Soon.Holds("all calls are over", () => host.Calls == 0);
        Assert.Empty(host.Faults);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n")]
    [InlineData("Content-Length: 100\r\n\r\n{")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n20\r\n{")]
    public async Task A_caller_that_leaves_before_its_body_is_there_is_no_error(string start)
    {
        await using var host = await HostileHost.Start();
        var head = "POST /kinds/v1/echoes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

        for (var i = 0; i < 20; i++)
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(host.Http1.Host, host.Http1.Port);
            await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + start));
            await Soon.Holds("the call has begun", () => host.Calls > 0);
            tcp.Client.Close(0);
            await Soon.Holds("the call is over", () => host.Calls == 0);
        }

        // The server looks after what is left of a body when the call is over.
        await Soon.Holds("all connections are over", () => host.Connections == 0);
        Assert.Equal([499], host.Statuses.Distinct());
        Assert.Empty(host.Faults);
    }
}
