using System.Collections.Concurrent;
using System.Diagnostics;

namespace NaraVard.Benchmarks.Listing;

/// <summary>Many do one thing, each once: at a fixed rate, or as fast as they are answered.</summary>
internal static class Paced
{
    public const int Connections = 64;

    /// <summary>
    /// At a fixed rate, whether the answers keep up or not; the milliseconds that each waited from the time it was due.
    /// </summary>
    public static async Task<IReadOnlyCollection<double>> AtRate(int count, int perSecond, Func<int, Task> act)
    {
        var (times, calls) = (new ConcurrentBag<double>(), new List<Task>(count));
        var begun = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var due = 0; due < count;)
        {
            await timer.WaitForNextTickAsync();
            for (; due < count && due <= Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond; due++)
                calls.Add(Timed(due, TimeSpan.FromSeconds((double)due / perSecond)));
        }

        await Task.WhenAll(calls);
        return times;

        async Task Timed(int one, TimeSpan at)
        {
            await act(one);
            times.Add((Stopwatch.GetElapsedTime(begun) - at).TotalMilliseconds);
        }
    }

    /// <summary>Each of the connections as fast as it gets answers; how many seconds all took.</summary>
    public static async Task<double> Rush(int count, Func<int, Task> act)
    {
        var (next, clock) = (-1, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var one && one < count)
                await act(one);
        }));
        return clock.Elapsed.TotalSeconds;
    }
}
