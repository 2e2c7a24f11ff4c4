using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Client;

/// <summary>How calls end when they do not end well, seen from the client.</summary>
public sealed class EndingTests
{
    private static DateTime In(int milliseconds) =>
        TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(milliseconds);

    [Theory]
    [InlineData(StatusCode.InvalidArgument, "fel: 100 % \"åäö\" \n🙂")]
    [InlineData(StatusCode.DataLoss, "")]
    [InlineData(StatusCode.Unauthenticated, "plain")]
    public async Task A_failure_brings_its_code_its_text_and_its_details(StatusCode code, string text)
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var failure = new Failure { Code = (int)code, Message = text, Details = ByteString.CopyFrom(1, 2, 0, 255) };

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await client.SayAsync(new SayRequest { Failure = failure }));

        Assert.Equal((code, text), (thrown.StatusCode, thrown.Status.Detail));
        Assert.Equal([1, 2, 0, 255], thrown.Trailers.GetValueBytes("grpc-status-details-bin")!);
    }

    [Fact]
    public async Task A_stream_that_fails_after_replies_brings_both()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var failure = new Failure { Code = 9, Message = "no", Details = ByteString.CopyFrom(7) };

        using var call = client.Repeat(new RepeatRequest { Count = 2, Failure = failure });
        var count = 0;
        var thrown = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (var _ in call.ResponseStream.ReadAllAsync())
                count++;
        });

        Assert.Equal((2, StatusCode.FailedPrecondition), (count, thrown.StatusCode));
        Assert.Equal([7], thrown.Trailers.GetValueBytes("grpc-status-details-bin")!);
    }

    [Fact]
    public async Task An_exception_that_is_no_status_tells_the_caller_nothing_but_unknown()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await client.SayAsync(new SayRequest { Failure = Bug("hidden") }));

        Assert.Equal(StatusCode.Unknown, thrown.StatusCode);
        Assert.DoesNotContain("hidden", thrown.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detailed_errors_tell_the_text_of_an_exception()
    {
        await using var host = await EchoHost.Start(o => o.EnableDetailedErrors = true);
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await client.SayAsync(new SayRequest { Failure = Bug("shown") }));

        Assert.Contains("shown", thrown.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        var deadline = In(2000);

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await client.SayAsync(new SayRequest { Wait = true }, deadline: deadline));

        Assert.Equal(StatusCode.DeadlineExceeded, thrown.StatusCode);
        await host.State.Cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.InRange(host.State.Seen!.Deadline, deadline.AddSeconds(-1), deadline.AddSeconds(5));
    }

    [Fact]
    public async Task A_deadline_that_has_passed_sends_nothing()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1");
        var client = new TestService.TestServiceClient(channel);

        var thrown = await Assert.ThrowsAsync<RpcException>(
            async () => await client.SayAsync(new SayRequest(), deadline: In(-1)));

        Assert.Equal(StatusCode.DeadlineExceeded, thrown.StatusCode);
    }

    [Fact]
    public async Task A_deadline_ends_a_stream_that_nobody_reads()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Repeat(new RepeatRequest { Wait = true }, deadline: In(2000));

        await host.State.Cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var thrown = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.DeadlineExceeded, thrown.StatusCode);
    }

    [Fact]
    public async Task Cancelling_reaches_the_handler()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);
        using var cancel = new CancellationTokenSource();

        var call = client.SayAsync(new SayRequest { Wait = true }, cancellationToken: cancel.Token);
        await host.State.Started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, thrown.StatusCode);
        await host.State.Cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Disposing_a_stream_reaches_the_handler()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var call = client.Repeat(new RepeatRequest { Count = 1, Wait = true });
        Assert.True(await call.ResponseStream.MoveNext());
        call.Dispose();

        await host.State.Cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_given_up_client_stream_is_not_taken_for_complete()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Collect();
        await call.RequestStream.WriteAsync(new SayRequest { Text = "half" });
        await host.State.OneCollected.Task.WaitAsync(TimeSpan.FromMinutes(1));
        call.Dispose();

        Assert.False(await host.State.CollectedAll.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Closing_the_channel_cancels_its_calls()
    {
        await using var host = await EchoHost.Start();
        var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var call = client.SayAsync(new SayRequest { Wait = true });
        await host.State.Started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        channel.Dispose();

        var thrown = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, thrown.StatusCode);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1");
        var client = new TestService.TestServiceClient(channel);

        var thrown = await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(new SayRequest()));

        Assert.Equal(StatusCode.Unavailable, thrown.StatusCode);
    }

    [Fact]
    public async Task An_unimplemented_method_says_so()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        var thrown = await Assert.ThrowsAsync<RpcException>(async () => await client.MissingAsync(new SayRequest()));

        Assert.Equal(StatusCode.Unimplemented, thrown.StatusCode);
    }

    [Fact]
    public async Task Writing_to_a_call_that_the_server_has_refused_tells_its_status()
    {
        await using var host = await EchoHost.Start();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new TestService.TestServiceClient(channel);

        using var call = client.Collect();
        await call.RequestStream.WriteAsync(new SayRequest { Failure = new Failure { Code = 7, Message = "no" } });
        await Assert.ThrowsAsync<RpcException>(async () => await call);
        var thrown = await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new SayRequest()));

        Assert.Equal(StatusCode.PermissionDenied, thrown.StatusCode);
    }

    private static Failure Bug(string text) => new() { Code = 99, Message = text };
}
