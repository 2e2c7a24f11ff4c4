using System.Collections.Concurrent;
using Grpc.Core;

namespace NaraVard.Handoff.Tests.Features.Following;

/// <summary>Somebody who follows a live list and keeps what comes until a test asks for it.</summary>
internal sealed class Live<T> : IAsyncDisposable
{
    private readonly HandoffHost host;
    private readonly AsyncServerStreamingCall<T> call;
    private readonly ConcurrentQueue<T> steps = [];
    private readonly Task reading;

    public Live(HandoffHost host, AsyncServerStreamingCall<T> call)
    {
        (this.host, this.call) = (host, call);
        reading = Read();
    }

    /// <summary>All steps until the first that fits, with it.</summary>
    public async Task<List<T>> UpTo(Func<T, bool> last)
    {
        var taken = new List<T>();
        await host.Until($"the step is told, after {taken.Count} others", () =>
        {
            while (steps.TryDequeue(out var step))
            {
                taken.Add(step);
                if (last(step))
                    return true;
            }

            return false;
        });
        return taken;
    }

    /// <summary>The first step that fits; those before it are passed over.</summary>
    public async Task<T> Next(Func<T, bool> which) => (await UpTo(which))[^1];

    /// <summary>The connection is dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        call.Dispose();
        await reading;
    }

    private async Task Read()
    {
        try
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                steps.Enqueue(call.ResponseStream.Current);
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.Cancelled)
        {
            // Dropped by the test.
        }
    }
}
