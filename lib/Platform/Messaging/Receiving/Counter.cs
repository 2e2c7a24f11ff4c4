namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>
/// Where the attempts of one endpoint queue up. Who serves takes all that wait, up to a limit, so that a transaction
/// costs the less for each message the more of them come; one that comes alone is served at once.
/// </summary>
internal sealed class Counter(int servers, int most, Func<IReadOnlyList<Attempt>, Task> serve)
{
    private readonly Lock gate = new();
    private readonly Queue<Attempt> waiting = [];
    private int busy;

    /// <summary>Queues up, and answers when it has been served.</summary>
    public Task<Gate> Ask(Attempt attempt)
    {
        lock (gate)
        {
            waiting.Enqueue(attempt);
            if (busy == servers)
                return attempt.Answer;
            busy++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(counter => _ = counter.Serve(), this, preferLocal: false);
        return attempt.Answer;
    }

    private async Task Serve()
    {
        while (Next() is { Count: > 0 } attempts)
            await serve(attempts);
    }

    private List<Attempt> Next()
    {
        lock (gate)
        {
            var next = new List<Attempt>(Math.Min(waiting.Count, most));
            while (next.Count < most && waiting.TryDequeue(out var attempt))
                next.Add(attempt);
            if (next.Count == 0)
                busy--;
            return next;
        }
    }
}
