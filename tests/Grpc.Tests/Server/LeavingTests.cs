using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Grpc.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Grpc.Tests.Server;

/// <summary>A client that leaves in the middle cancels its call: whoever looks can tell that from a fault.</summary>
public sealed class LeavingTests
{
    private const int Rounds = 60;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_that_fails_for_a_client_that_has_left_comes_after_the_token(bool isReset)
    {
        var ends = new ConcurrentQueue<bool>();
        await using var host = await EchoHost.Start(
            options => options.Interceptors.Add<Watching>(), builder => builder.Services.AddSingleton(ends));
        var request = Framed.Of(0, new RepeatRequest { Count = int.MaxValue, Text = "a" }.ToByteArray());

        // Which the handler sees first, the write or the token, is chance.
        for (var i = 0; i < Rounds; i++)
        {
            host.State.Seen = null;
            await using var wire = await RawConnection.Open(host.Address);
            var stream = await wire.Request("/echo.v1.TestService/Repeat", isEnd: false);
            await wire.Data(stream, request, isEnd: true);
            await Soon.Holds("the handler has begun", () => host.State.Seen is not null);
            if (isReset)
                await wire.Reset(stream);
            else
                wire.Cut();
            wire.Forget(stream);
        }

        await Soon.Holds("all calls are over", () => ends.Count == Rounds);
        Assert.DoesNotContain(false, ends);
    }

    private sealed class Watching(ConcurrentQueue<bool> ends) : Interceptor
    {
        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                await continuation(request, responseStream, context);
            }
            catch (OperationCanceledException)
            {
                ends.Enqueue(context.CancellationToken.IsCancellationRequested);
                throw;
            }
        }
    }
}
