namespace NaraVard.Platform.Messaging;

/// <summary>
/// Pauses between attempts: twice as long each time up to a limit, spread so that replicas do not march in step.
/// </summary>
internal sealed class BackOff(TimeSpan first, TimeSpan most)
{
    private readonly Random random = new();
    private readonly Lock gate = new();

    /// <summary>The pause after so many failures; the first failure is number 0.</summary>
    public TimeSpan After(int failures)
    {
        var full = Math.Min(most.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 30)));
        lock (gate)
            return TimeSpan.FromMilliseconds(full * (0.5 + random.NextDouble() / 2));
    }

    /// <summary>Pauses.</summary>
    public Task Pause(int failures, TimeProvider clock, CancellationToken ct) => Task.Delay(After(failures), clock, ct);
}
