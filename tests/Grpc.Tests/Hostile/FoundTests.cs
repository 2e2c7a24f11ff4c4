using System.Net;
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
}
