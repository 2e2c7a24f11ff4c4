using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

public sealed class OtherHttpTests
{
    [Fact]
    public async Task Http_1_is_told_to_upgrade()
    {
        await using var host = await EchoHost.Start(protocols: HttpProtocols.Http1);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var body = new ByteArrayContent(Framed.Say("x"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");

        using var answer = await http.PostAsync(new Uri("/echo.v1.TestService/Say", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_neither_gRPC_nor_mapped_is_not_found()
    {
        await using var host = await EchoHost.Start(protocols: HttpProtocols.Http1);
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.GetAsync(new Uri("/nothing", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
