using System.Net;
using System.Text;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>The services' own endpoint: gRPC and JSON on one HTTP/2 port without TLS.</summary>
public sealed class Http2Tests : IAsyncLifetime
{
    private JsonHost host = null!;

    public async Task InitializeAsync()
    {
        host = await JsonHost.Start(protocols: HttpProtocols.Http2);
        host.Http.DefaultRequestVersion = HttpVersion.Version20;
        host.Http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Json_and_grpc_share_a_port()
    {
        using var channel = GrpcChannel.ForAddress(host.Http.BaseAddress!);
        var client = new Transcoding.V1.VisitsService.VisitsServiceClient(channel);

        var called = await client.GetVisitAsync(new() { VisitId = "å" });
        var asked = await host.Send("GET", "/visits/v1/visits/%C3%A5");

        Assert.Equal("å", called.VisitId);
        Assert.Equal("å", asked.Json.GetProperty("visitId").GetString());
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("POST", "/nowhere", 404)]
    [InlineData("PATCH", "/visits/v1/visits/a", 405)]
    [InlineData("POST", "/visits/v1/visits", 201)]
    public async Task Paths_and_methods_are_told_apart(string verb, string path, int status)
    {
        Assert.Equal(status, (await host.Send(verb, path)).Status);
    }

    [Fact]
    public async Task A_content_type_alone_is_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/visits/v1/visits/a", UriKind.Relative))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([]),
        };
        request.Content.Headers.ContentType = new("application/json");

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_and_named()
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes("{\"stringField\": \"å\"}"));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/kinds/v1/echoes", UriKind.Relative))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };

        var answer = await Answer.Of(await host.Http.SendAsync(request));

        Assert.Equal([("", "invalid-text")], answer.Violations);
    }

    [Fact]
    public async Task Streams_end_on_http2_too()
    {
        var answer = await host.Send("GET", "/visits/v1/units/n/changes", headers: ("Accept", "text/event-stream"));

        Assert.EndsWith("event: end\ndata: {}\n\n", answer.Text, StringComparison.Ordinal);
    }
}
