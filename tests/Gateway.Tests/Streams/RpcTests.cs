using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Gateway.Tests.Echo.V1;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;
using Client = NaraVard.Gateway.Tests.Echo.V1.EchoService.EchoServiceClient;

namespace NaraVard.Gateway.Tests.Streams;

public sealed class RpcTests
{
    [Fact]
    public async Task A_unary_call_goes_through_with_metadata_and_trailers()
    {
        await using var scene = await Scene.Start(await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);

        using var call = new Client(channel).SayAsync(new Line { Text = "hej " }, Head(scene, ("seen", "du")));
        var reply = await call;

        Assert.Equal("hej du", reply.Text);
        Assert.Equal("after", call.GetTrailers().GetValue("trailing"));
    }

    [Fact]
    public async Task A_failure_goes_through_with_its_status_and_details()
    {
        await using var scene = await Scene.Start(await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);
        var request = new Line { Number = (int)StatusCode.FailedPrecondition };

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await new Client(channel).SayAsync(request, Head(scene)));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Equal("as asked", failure.Status.Detail);
        Assert.Equal([1, 2, 3], failure.Trailers.GetValueBytes("detail-bin"));
    }

    [Fact]
    public async Task A_client_stream_goes_through()
    {
        await using var scene = await Scene.Start(await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);

        using var call = new Client(channel).Collect(Head(scene));
        foreach (var text in new[] { "ett", "två", "tre" })
            await call.RequestStream.WriteAsync(new Line { Text = text });
        await call.RequestStream.CompleteAsync();

        Assert.Equal("ett två tre", (await call).Text);
        Assert.Equal("after", call.GetTrailers().GetValue("trailing"));
    }

    [Fact]
    public async Task A_server_stream_goes_through()
    {
        await using var scene = await Scene.Start(await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);

        using var call = new Client(channel).Repeat(new Line { Text = "om", Number = 3 }, Head(scene));
        var count = 0;
        while (await call.ResponseStream.MoveNext(default))
            count++;

        Assert.Equal(3, count);
        Assert.Equal("after", call.GetTrailers().GetValue("trailing"));
    }

    [Fact]
    public async Task Both_directions_go_through_line_by_line()
    {
        await using var scene = await Scene.Start(await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);

        using var call = new Client(channel).Chat(Head(scene));
        for (var i = 0; i < 3; i++)
        {
            await call.RequestStream.WriteAsync(new Line { Text = $"{i}" });
            Assert.True(await call.ResponseStream.MoveNext(default));
            Assert.Equal($"{i}", call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(default));
        Assert.Equal("after", call.GetTrailers().GetValue("trailing"));
    }

    [Fact]
    public async Task A_client_stream_may_be_larger_in_all_than_a_body_may_be()
    {
        await using var scene = await Scene.With(new() { ["Limits:BodyBytesMax"] = "1024" }, await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);

        using var call = new Client(channel).Collect(Head(scene));
        for (var i = 0; i < 8; i++)
            await call.RequestStream.WriteAsync(new Line { Text = new string('a', 512) });
        await call.RequestStream.CompleteAsync();

        Assert.Equal((8 * 513) - 1, (await call).Text.Length);
    }

    [Fact]
    public async Task Without_a_token_a_call_is_unauthenticated()
    {
        await using var scene = await Scene.Start(await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await new Client(channel).SayAsync(new Line()));

        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
    }

    [Fact]
    public async Task A_stream_and_a_conversation_end_as_unauthenticated_when_the_token_expires()
    {
        var clock = new TestClock();
        await using var scene = await Scene.With([], clock, await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);
        using var stream = new Client(channel).Repeat(new Line { Text = "om" }, Head(scene));
        using var chat = new Client(channel).Chat(Head(scene));
        await chat.RequestStream.WriteAsync(new Line { Text = "hej" });
        Assert.True(await stream.ResponseStream.MoveNext(default));
        Assert.True(await chat.ResponseStream.MoveNext(default));

        clock.Advance(TimeSpan.FromMinutes(6));

        foreach (var reader in new[] { stream.ResponseStream, chat.ResponseStream })
        {
            var failure = await Assert.ThrowsAsync<RpcException>(
                () => reader.MoveNext(default).WaitAsync(TimeSpan.FromMinutes(1)));
            Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
            Assert.Contains("expired", failure.Status.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_service_that_is_down_is_unavailable_and_an_unknown_one_unimplemented()
    {
        await using var scene = await Scene.With(new()
        {
            ["Services:echo:Address"] = Backend.Gone(),
            ["Forwarding:RetryDelayMilliseconds"] = "1",
        });
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);
        var other = new Method<Line, Line>(
            MethodType.Unary, "naravard.nothing.v1.NothingService", "Say", Marshaller, Marshaller);

        var down = await Assert.ThrowsAsync<RpcException>(
            async () => await new Client(channel).SayAsync(new Line(), Head(scene)));
        var unknown = await Assert.ThrowsAsync<RpcException>(async () =>
            await channel.CreateCallInvoker().AsyncUnaryCall(other, null, new CallOptions(Head(scene)), new Line()));

        Assert.Equal(StatusCode.Unavailable, down.StatusCode);
        Assert.Equal(StatusCode.Unimplemented, unknown.StatusCode);
    }

    [Fact]
    public async Task A_caller_that_asks_too_often_is_told_so()
    {
        await using var scene = await Scene.With(new() { ["Limits:RequestsBurst"] = "1" }, await Service());
        using var channel = GrpcChannel.ForAddress(scene.GrpcAddress);
        await new Client(channel).SayAsync(new Line(), Head(scene));

        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var i = 0; i < 500; i++)
                await new Client(channel).SayAsync(new Line(), Head(scene));
        });

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    private static Marshaller<Line> Marshaller { get; } = Marshallers.Create(
        line => Google.Protobuf.MessageExtensions.ToByteArray(line), Line.Parser.ParseFrom);

    private static Task<Backend> Service() => Backend.Start(
        "echo", app => app.MapGrpcService<Testing.EchoService>(), services => services.AddGrpc());

    private static Metadata Head(Scene scene, params (string Name, string Value)[] more)
    {
        var head = new Metadata { { "authorization", $"Bearer {scene.Identity.Token(TestUser.ErStaff())}" } };
        foreach (var (name, value) in more)
            head.Add(name, value);
        return head;
    }
}
