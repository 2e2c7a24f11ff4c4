using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

public sealed class SizeLimitTests
{
    private static readonly SayRequest Large = new() { Payload = ByteString.CopyFrom(new byte[2000]) };

    [Fact]
    public async Task The_server_takes_nothing_larger_than_its_limit()
    {
        var thrown = await Call(o => o.MaxReceiveMessageSize = 1000);

        Assert.Equal(StatusCode.ResourceExhausted, thrown!.StatusCode);
    }

    [Fact]
    public async Task The_server_sends_nothing_larger_than_its_limit()
    {
        var thrown = await Call(o => o.MaxSendMessageSize = 1000);

        Assert.Equal(StatusCode.ResourceExhausted, thrown!.StatusCode);
    }

    [Fact]
    public async Task A_limit_for_one_service_goes_before_the_limit_for_all()
    {
        var thrown = await Call(
            o => o.MaxReceiveMessageSize = 1000,
            s => s.AddGrpc().AddServiceOptions<EchoService>(o => o.MaxReceiveMessageSize = 5000));

        Assert.Null(thrown);
    }

    [Fact]
    public async Task The_client_takes_nothing_larger_than_its_limit()
    {
        var thrown = await Call(_ => { }, client: new GrpcChannelOptions { MaxReceiveMessageSize = 1000 });

        Assert.Equal(StatusCode.ResourceExhausted, thrown!.StatusCode);
    }

    [Fact]
    public async Task The_client_sends_nothing_larger_than_its_limit()
    {
        var thrown = await Call(_ => { }, client: new GrpcChannelOptions { MaxSendMessageSize = 1000 });

        Assert.Equal(StatusCode.ResourceExhausted, thrown!.StatusCode);
    }

    [Fact]
    public async Task Four_mebibytes_are_the_limit_unless_set()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var request = new SayRequest { Payload = ByteString.CopyFrom(new byte[4 * 1024 * 1024]) };

        var thrown = await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(request));

        Assert.Equal(StatusCode.ResourceExhausted, thrown.StatusCode);
    }

    private static async Task<RpcException?> Call(
        Action<GrpcServiceOptions> server,
        Action<IServiceCollection>? services = null,
        GrpcChannelOptions? client = null)
    {
        await using var host = await EchoHost.Start(server, b => services?.Invoke(b.Services));
        using var channel = GrpcChannel.ForAddress(host.Address, client ?? new GrpcChannelOptions());
        try
        {
            await new TestService.TestServiceClient(channel).SayAsync(Large);
            return null;
        }
        catch (RpcException thrown)
        {
            return thrown;
        }
    }
}
