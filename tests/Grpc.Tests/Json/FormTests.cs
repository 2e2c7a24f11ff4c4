using System.Net;
using Grpc.Core;
using Grpc.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Grpc.Tests.Transcoding.V1;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>An RPC asked and answered as plain text.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private const string GetVisit = "/transcoding.v1.VisitsService/GetVisit";

    private readonly WebApplication app = Host();

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("v1", 200, "v1 has version 3")]
    [InlineData("missing", 404, "not-found: No such visit")]
    [InlineData("", 400, "say which")]
    public async Task Is_asked_and_answered_in_its_form(string visit, int status, string said)
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var answer = await http.PostAsync("/text/visit", new StringContent(visit));

        Assert.Equal((status, said), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task What_goes_wrong_tells_nothing_of_the_program()
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var answer = await http.PostAsync("/text/broken", new StringContent("v1"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_attributes_of_the_RPC()
    {
        var endpoint = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText == "/text/visit");

        Assert.Contains(endpoint.Metadata, one => one is IAllowAnonymous);
    }

    [Theory]
    [InlineData("/transcoding.v1.VisitsService/NoSuch")]
    [InlineData("/transcoding.v1.VisitsService/WatchVisits")]
    public void Of_an_RPC_that_is_not_there_or_a_stream_is_refused_at_start(string rpc) =>
        Assert.Throws<ArgumentException>(() => app.MapRpcForm("/text/other", rpc, Text(_ => "")));

    private static WebApplication Host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddGrpc(_ => { });
        var app = builder.Build();
        app.UseProblems();
        app.UseRouting();
        app.MapGrpcService<OpenVisits>();
        app.MapRpcForm("/text/visit", GetVisit, Text(visit => $"{visit.VisitId} has version {visit.Version}"));
        app.MapRpcForm("/text/broken", GetVisit, Text(_ => throw new InvalidTimeZoneException("secret")));
        return app;
    }

    [AllowAnonymous]
    private sealed class OpenVisits : Transcoding.V1.VisitsService.VisitsServiceBase
    {
        public override Task<Visit> GetVisit(GetVisitRequest request, ServerCallContext context) =>
            request.VisitId == "missing"
                ? throw new RpcException(new(StatusCode.NotFound, "No such visit"))
                : Task.FromResult(new Visit { VisitId = request.VisitId, Version = 3 });
    }

    private static RpcForm Text(Func<Visit, string> say) => new(
        async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var visit = await reader.ReadToEndAsync();
            if (visit.Length > 0)
                return new GetVisitRequest { VisitId = visit };
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync("say which");
            return null;
        },
        (http, reply) => http.Response.WriteAsync(say((Visit)reply)),
        (http, problem) =>
        {
            http.Response.StatusCode = problem.Status;
            return http.Response.WriteAsync($"{problem.Code}: {problem.English}");
        });
}
