using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NaraVard.Grpc.Tests.Testing;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace NaraVard.Grpc.Tests.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)]
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task The_checks_of_the_host_speak_for_the_server_and_its_services(
        HealthStatus check, ServingStatus status)
    {
        var state = new State { Database = check };
        await using var host = await Start(state);
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new HealthClient(channel);

        foreach (var service in new[] { "", "echo.v1.TestService" })
            Assert.Equal(status, (await client.CheckAsync(new HealthCheckRequest { Service = service })).Status);
    }

    [Fact]
    public async Task Some_checks_may_speak_for_a_service_of_their_own()
    {
        await using var host = await Start(new State { Database = HealthStatus.Unhealthy });
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new HealthClient(channel);

        var clock = await client.CheckAsync(new HealthCheckRequest { Service = "clock" });

        Assert.Equal(ServingStatus.Serving, clock.Status);
    }

    [Fact]
    public async Task A_service_that_is_not_here_is_not_found()
    {
        await using var host = await Start(new State());
        using var channel = GrpcChannel.ForAddress(host.Address);

        var thrown = await Assert.ThrowsAsync<RpcException>(async () =>
            await new HealthClient(channel).CheckAsync(new HealthCheckRequest { Service = "nobody" }));

        Assert.Equal(StatusCode.NotFound, thrown.StatusCode);
    }

    [Fact]
    public async Task All_services_can_be_listed()
    {
        await using var host = await Start(new State { Database = HealthStatus.Unhealthy });
        using var channel = GrpcChannel.ForAddress(host.Address);

        var list = await new HealthClient(channel).ListAsync(new HealthListRequest());

        Assert.Equal(ServingStatus.NotServing, list.Statuses[""].Status);
        Assert.Equal(ServingStatus.NotServing, list.Statuses["echo.v1.TestService"].Status);
        Assert.Equal(ServingStatus.Serving, list.Statuses["clock"].Status);
    }

    [Fact]
    public async Task Watch_tells_the_state_and_each_change_once()
    {
        var state = new State();
        await using var host = await Start(state);
        using var channel = GrpcChannel.ForAddress(host.Address);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        using var call = new HealthClient(channel).Watch(
            new HealthCheckRequest(), cancellationToken: limit.Token);
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(ServingStatus.Serving, call.ResponseStream.Current.Status);

        await Publish(host);
        state.Database = HealthStatus.Unhealthy;
        await Publish(host);
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(ServingStatus.NotServing, call.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task Watch_of_a_service_that_is_not_here_waits_for_it()
    {
        await using var host = await Start(new State());
        using var channel = GrpcChannel.ForAddress(host.Address);

        using var call = new HealthClient(channel).Watch(new HealthCheckRequest { Service = "nobody" });

        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(ServingStatus.ServiceUnknown, call.ResponseStream.Current.Status);
    }

    // What the host does by itself every now and then.
    private static async Task Publish(EchoHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        foreach (var publisher in host.Services.GetServices<IHealthCheckPublisher>())
            await publisher.PublishAsync(report, CancellationToken.None);
    }

    private static Task<EchoHost> Start(State state) => EchoHost.Start(
        add: builder => builder.Services
            .AddGrpcHealthChecks(o => o.Services.Map("clock", check => check.Tags.Contains("clock")))
            .AddCheck("database", () => new HealthCheckResult(state.Database))
            .AddCheck("clock", () => HealthCheckResult.Healthy(), ["clock"]),
        map: app =>
        {
            app.MapGrpcService<EchoService>();
            app.MapGrpcHealthChecksService();
        });

    private sealed class State
    {
        public HealthStatus Database { get; set; } = HealthStatus.Healthy;
    }
}
