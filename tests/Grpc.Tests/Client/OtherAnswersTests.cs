using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Client;

/// <summary>Answers that a client meets when what stands in between, or the server, is not what it should be.</summary>
public sealed class OtherAnswersTests
{
    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(418, StatusCode.Unknown)]
    [InlineData(200, StatusCode.Unknown)]
    public async Task An_answer_that_is_not_gRPC(int http, StatusCode code)
    {
        var thrown = await Call(new HttpResponseMessage((HttpStatusCode)http) { Content = new StringContent("hej") });

        Assert.Equal(code, thrown!.StatusCode);
    }

    [Theory]
    [InlineData(null, StatusCode.Unknown)]
    [InlineData("x", StatusCode.Unknown)]
    [InlineData("77", StatusCode.Unknown)]
    [InlineData("5", StatusCode.NotFound)]
    public async Task The_status_in_the_trailers(string? status, StatusCode code)
    {
        var answer = Grpc(Framed.Message(new SayReply()));
        if (status is not null)
            answer.TrailingHeaders.Add("grpc-status", status);

        Assert.Equal(code, (await Call(answer))!.StatusCode);
    }

    public static TheoryData<string, byte[], StatusCode> Bodies() => new()
    {
        { "none", [], StatusCode.Unimplemented },
        { "two", [.. Framed.Message(new SayReply()), .. Framed.Message(new SayReply())], StatusCode.Unimplemented },
        { "half", Framed.Of(0, [1, 2], 3), StatusCode.Internal },
        { "no protobuf", Framed.Of(0, [0xFF]), StatusCode.Internal },
        { "packed without saying how", Framed.Of(1, [1]), StatusCode.Internal },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_wrong(string what, byte[] body, StatusCode code)
    {
        var answer = Grpc(body);
        answer.TrailingHeaders.Add("grpc-status", "0");

        Assert.Equal((what, code), (what, (await Call(answer))!.StatusCode));
    }

    [Fact]
    public async Task An_encoding_that_was_not_offered()
    {
        var answer = Grpc(Framed.Message(new SayReply()));
        answer.Headers.Add("grpc-encoding", "br");
        answer.TrailingHeaders.Add("grpc-status", "0");

        Assert.Equal(StatusCode.Internal, (await Call(answer))!.StatusCode);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, null, StatusCode.Unavailable)]
    [InlineData(HttpRequestError.HttpProtocolError, 0x7, StatusCode.Unavailable)]
    [InlineData(HttpRequestError.HttpProtocolError, 0x8, StatusCode.Cancelled)]
    [InlineData(HttpRequestError.HttpProtocolError, 0xB, StatusCode.ResourceExhausted)]
    [InlineData(HttpRequestError.HttpProtocolError, 0xC, StatusCode.PermissionDenied)]
    [InlineData(HttpRequestError.HttpProtocolError, 0x2, StatusCode.Internal)]
    public async Task A_broken_connection(HttpRequestError error, int? reset, StatusCode code)
    {
        var cause = reset is { } number ? new HttpProtocolException(number, "reset", null) : null;

        var thrown = await Call(() => throw new HttpRequestException(error, "broken", cause));

        Assert.Equal(code, thrown!.StatusCode);
    }

    [Fact]
    public async Task A_server_that_resets_at_the_deadline_before_our_clock_strikes()
    {
        var clock = TimeProvider.System;
        var deadline = clock.GetUtcNow().UtcDateTime.AddMilliseconds(50);

        var thrown = await Call(
            () =>
            {
                while (clock.GetUtcNow().UtcDateTime < deadline)
                    Thread.SpinWait(10);
                var reset = new HttpProtocolException(8, "reset", null);
                throw new HttpRequestException(HttpRequestError.HttpProtocolError, "broken", reset);
            },
            deadline);

        Assert.Equal(StatusCode.DeadlineExceeded, thrown!.StatusCode);
    }

    private static HttpResponseMessage Grpc(byte[] body)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        return answer;
    }

    private static Task<RpcException?> Call(HttpResponseMessage answer) => Call(() => answer);

    private static async Task<RpcException?> Call(Func<HttpResponseMessage> answer, DateTime? deadline = null)
    {
        using var handler = new Answers(answer);
        using var channel = GrpcChannel.ForAddress(
            "http://nowhere", new GrpcChannelOptions { HttpHandler = handler });
        try
        {
            await new TestService.TestServiceClient(channel).SayAsync(new SayRequest(), deadline: deadline);
            return null;
        }
        catch (RpcException thrown)
        {
            return thrown;
        }
    }

    private sealed class Answers(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) =>
            Task.FromResult(answer());
    }
}
