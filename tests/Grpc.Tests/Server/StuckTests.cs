using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Server;

/// <summary>No call hangs: whoever is stuck, the deadline or the end of the host is the end of it.</summary>
public sealed class StuckTests
{
    [Fact]
    public async Task A_request_that_never_ends_ends_at_its_deadline()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request("/echo.v1.TestService/Say", false, ("grpc-timeout", "200m"));
        await wire.Data(stream, Framed.Say("hej")[..6], false);

        Assert.Equal("4", (await wire.Answer(stream)).Status);
    }

    [Fact]
    public async Task A_handler_that_never_looks_at_its_token_is_answered_for()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request("/echo.v1.TestService/Say", false, ("grpc-timeout", "200m"));
        await wire.Data(stream, Framed.Message(new SayRequest { Hang = true }), true);
        var answer = await wire.Answer(stream);
        host.State.LetGo.SetResult();
        var second = await wire.Request("/echo.v1.TestService/Say", false);
        await wire.Data(second, Framed.Say("x"), true);

        Assert.Equal("4", answer.Status);
        Assert.Equal("0", (await wire.Answer(second)).Status);
    }

    [Fact]
    public async Task A_client_that_takes_no_replies_is_cut_off_at_the_deadline()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address, window: 1000);

        var stream = await wire.Request("/echo.v1.TestService/Repeat", false, ("grpc-timeout", "3S"));
        await wire.Data(stream, Framed.Message(new RepeatRequest { Count = 100, PayloadSize = 100_000 }), true);
        var answer = await wire.Answer(stream);

        Assert.Equal(8, answer.Reset);
        await host.State.Cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("Repeat")]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task Streams_end_with_unavailable_when_the_host_stops(string method)
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);
        var request = method == "Repeat"
            ? Framed.Message(new RepeatRequest { Count = 1, Wait = true })
            : Framed.Message(new SayRequest { Wait = true });

        var stream = await wire.Request($"/echo.v1.TestService/{method}", false);
        await wire.Data(stream, request, method == "Repeat");
        await host.State.Started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var stopped = host.Stop();
        var answer = await wire.Answer(stream);

        Assert.Equal("14", answer.Status);
        await wire.DisposeAsync(); // Kestrel gives a stream that still sends some seconds.
        await stopped.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_busy_stream_ends_with_unavailable_too()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        using var call = new TestService.TestServiceClient(channel).Repeat(new RepeatRequest { Count = int.MaxValue });
        Assert.True(await call.ResponseStream.MoveNext());

        var stopped = host.Stop();
        var thrown = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
            {
            }
        });

        Assert.Equal(StatusCode.Unavailable, thrown.StatusCode);
        await stopped.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_unary_call_is_finished_when_the_host_stops()
    {
        await using var host = await EchoHost.Start();
        await using var wire = await RawConnection.Open(host.Address);

        var stream = await wire.Request("/echo.v1.TestService/Say", false);
        await wire.Data(stream, Framed.Message(new SayRequest { Text = "last", Hang = true }), true);
        await host.State.Started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var stopped = host.Stop();
        host.State.LetGo.SetResult();

        Assert.Equal("0", (await wire.Answer(stream)).Status);
        await wire.DisposeAsync();
        await stopped.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
