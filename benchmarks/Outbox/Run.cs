using System.Diagnostics;

namespace NaraVard.Benchmarks.Outbox;

/// <summary>
/// The events of one run: gives each its number, lets so many be on their way at once, and knows when each was
/// committed by its writer and when it had arrived.
/// </summary>
internal sealed class Run(int most, int onTheirWayMax) : IDisposable
{
    private readonly SemaphoreSlim room = new(onTheirWayMax);
    private readonly long[] committed = new long[most];
    private readonly long[] arrived = new long[most];
    private int written;
    private int counted;

    /// <summary>How many have arrived.</summary>
    public int Arrived => Volatile.Read(ref counted);

    /// <summary>How many are written and have not arrived.</summary>
    public int OnTheirWay => Volatile.Read(ref written) - Arrived;

    /// <summary>The next number, as soon as there is room.</summary>
    public async Task<int> Next(CancellationToken ct)
    {
        await room.WaitAsync(ct);
        return Interlocked.Increment(ref written) - 1;
    }

    public void Committed(int number) => Volatile.Write(ref committed[number], Stopwatch.GetTimestamp());

    /// <summary>Its effect is committed; a second time is an error of what is measured.</summary>
    public void HasArrived(int number)
    {
        if (Interlocked.Exchange(ref arrived[number], Stopwatch.GetTimestamp()) != 0)
            throw new InvalidOperationException($"Event {number} had its effect twice.");
        Interlocked.Increment(ref counted);
        room.Release();
    }

    /// <summary>Milliseconds from commit to arrival of the numbers from here on.</summary>
    public IEnumerable<double> Delays(int from) => Enumerable
        .Range(from, written - from)
        .Select(n => Math.Max(0, Stopwatch.GetElapsedTime(committed[n], arrived[n]).TotalMilliseconds));

    /// <summary>So many writers write until the clock has run: first to warm up, then counted.</summary>
    /// <returns>Events that arrived per second of the counted time.</returns>
    public Task<double> Sustain(int writers, TimeSpan warmUp, TimeSpan length, Func<int, Task> write) =>
        Sustain(writers, 1, warmUp, length, numbers => write(numbers[0]));

    /// <summary>The same, with so many events in each commit.</summary>
    public async Task<double> Sustain(
        int writers, int together, TimeSpan warmUp, TimeSpan length, Func<IReadOnlyList<int>, Task> write)
    {
        using var end = new CancellationTokenSource();
        var writing = Enumerable.Range(0, writers).Select(_ => Write(together, write, end.Token)).ToList();
        await Task.WhenAny(Task.Delay(warmUp), Task.WhenAny(writing));
        var (begun, before) = (Stopwatch.GetTimestamp(), Arrived);
        await Task.WhenAny(Task.Delay(length), Task.WhenAny(writing));
        var perSecond = (Arrived - before) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await end.CancelAsync();
        await Task.WhenAll(writing);
        await AllArrived();
        return perSecond;
    }

    /// <summary>Writes so many a second, each at its moment whether the earlier ones are done or not.</summary>
    public async Task Pace(int perSecond, TimeSpan length, Func<int, Task> write)
    {
        var (begun, tasks) = (Stopwatch.GetTimestamp(), new List<Task>());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (await timer.WaitForNextTickAsync() && Stopwatch.GetElapsedTime(begun) < length)
        {
            var due = (int)(Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond);
            while (tasks.Count < due)
                tasks.Add(Some(1, numbers => write(numbers[0]), CancellationToken.None));
        }

        await Task.WhenAll(tasks);
        await AllArrived();
    }

    public void Dispose() => room.Dispose();

    private async Task Write(int together, Func<IReadOnlyList<int>, Task> write, CancellationToken end)
    {
        try
        {
            while (true)
                await Some(together, write, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The clock has run.
        }
    }

    private async Task Some(int together, Func<IReadOnlyList<int>, Task> write, CancellationToken end)
    {
        var numbers = new int[together];
        for (var n = 0; n < together; n++)
            numbers[n] = await Next(n == 0 ? end : CancellationToken.None);
        await write(numbers);
        foreach (var number in numbers)
            Committed(number);
    }

    private async Task AllArrived()
    {
        var begun = Stopwatch.GetTimestamp();
        while (OnTheirWay > 0)
        {
            if (Stopwatch.GetElapsedTime(begun).TotalSeconds > 60)
                throw new TimeoutException($"{OnTheirWay} events have not arrived a minute after the last one.");
            await Task.Delay(20);
        }
    }
}
