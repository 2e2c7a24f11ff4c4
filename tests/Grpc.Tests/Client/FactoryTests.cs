using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Client;

public sealed class FactoryTests
{
    [Fact]
    public async Task A_client_comes_from_services_with_its_address()
    {
        await using var host = await EchoHost.Start();
        var services = new ServiceCollection();
        services.AddGrpcClient<TestService.TestServiceClient>(o => o.Address = host.Address);
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<TestService.TestServiceClient>();

        Assert.Equal("hej", (await client.SayAsync(new SayRequest { Text = "hej" })).Text);
    }

    [Fact]
    public async Task The_channel_can_be_configured()
    {
        await using var host = await EchoHost.Start();
        var services = new ServiceCollection();
        services.AddGrpcClient<TestService.TestServiceClient>(o => o.Address = host.Address)
            .ConfigureChannel(o => o.MaxSendMessageSize = 1);
        await using var provider = services.BuildServiceProvider();

        var thrown = await Assert.ThrowsAsync<RpcException>(async () => await provider
            .GetRequiredService<TestService.TestServiceClient>().SayAsync(new SayRequest { Text = "hej" }));

        Assert.Equal(StatusCode.ResourceExhausted, thrown.StatusCode);
    }

    [Fact]
    public async Task Two_names_lead_to_two_addresses()
    {
        await using var first = await EchoHost.Start();
        await using var second = await EchoHost.Start();
        var services = new ServiceCollection();
        services.AddGrpcClient<TestService.TestServiceClient>("first", o => o.Address = first.Address);
        services.AddGrpcClient<TestService.TestServiceClient>("second", o => o.Address = second.Address);
        await using var provider = services.BuildServiceProvider();

        foreach (var client in provider.GetServices<TestService.TestServiceClient>())
            await client.SayAsync(new SayRequest());

        Assert.Equal(
            (first.Address.Authority, second.Address.Authority), (first.State.Seen!.Host, second.State.Seen!.Host));
    }

    [Theory]
    [InlineData(InterceptorScope.Channel, 1)]
    [InlineData(InterceptorScope.Client, 2)]
    public async Task An_interceptor_lives_as_long_as_its_scope(InterceptorScope scope, int made)
    {
        await using var host = await EchoHost.Start();
        var services = new ServiceCollection();
        services.AddSingleton<Count>();
        services.AddGrpcClient<TestService.TestServiceClient>(o => o.Address = host.Address)
            .AddInterceptor<Counted>(scope);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<TestService.TestServiceClient>().SayAsync(new SayRequest());
        await provider.GetRequiredService<TestService.TestServiceClient>().SayAsync(new SayRequest());

        Assert.Equal(made, provider.GetRequiredService<Count>().Made);
    }

    [Fact]
    public async Task A_client_without_an_address_says_which()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<TestService.TestServiceClient>(_ => { });
        await using var provider = services.BuildServiceProvider();

        var thrown = Assert.Throws<InvalidOperationException>(
            provider.GetRequiredService<TestService.TestServiceClient>);

        Assert.Contains("TestServiceClient", thrown.Message, StringComparison.Ordinal);
    }

    internal sealed class Count
    {
        public int Made { get; set; }
    }

    internal sealed class Counted : Interceptor
    {
        public Counted(Count count) => count.Made++;
    }
}
