using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

public sealed class UnaryTests
{
    [Fact]
    public async Task Answers_a_framed_message_and_status_zero()
    {
        await using var host = await EchoHost.Start();
        using var http = new HttpClient();
        var body = new SayRequest { Text = "hej" }.ToByteArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "/echo.v1.TestService/Say"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, (byte)body.Length, .. body]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");

        using var answer = await http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("hej", SayReply.Parser.ParseFrom(bytes, 5, bytes.Length - 5).Text);
        Assert.Equal("0", answer.TrailingHeaders.GetValues("grpc-status").Single());
    }
}
