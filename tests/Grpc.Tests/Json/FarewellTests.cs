using Grpc.Core;
using Grpc.Json;
using Microsoft.AspNetCore.Http;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>
/// The host may stop in the moment in which a handler returns. After the request the HttpContext is another's.
/// </summary>
public sealed class FarewellTests
{
    private static readonly Status Stopping = new(StatusCode.Unavailable, "The server is stopping.");

    [Fact]
    public void No_farewell_begins_after_the_handler_has_returned()
    {
        var isBegun = false;
        using var call = Call(() =>
        {
            isBegun = true;
            return Task.CompletedTask;
        });

        var farewell = call.Finish();
        call.Ended(Stopping);

        Assert.Null(farewell);
        Assert.False(isBegun);
    }

    [Fact]
    public async Task A_farewell_that_has_begun_is_awaited_by_the_handler_that_returns_meanwhile()
    {
        var said = new TaskCompletionSource();
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        using var call = Call(() =>
        {
            begun.Set();
            go.Wait(TimeSpan.FromMinutes(1));
            return said.Task;
        });

        var ended = Task.Run(() => call.Ended(Stopping));
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1)));
        Task? farewell = null;
        var finished = Task.Run(() => { farewell = call.Finish(); });
        go.Set();
        await Task.WhenAll(ended, finished);

        Assert.Same(said.Task, farewell);
    }

    private static JsonCallContext Call(Func<Task> farewell) =>
        new(new DefaultHttpContext(), null!, _ => farewell());
}
