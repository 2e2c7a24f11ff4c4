namespace NaraVard.Platform.Feeds;

/// <summary>One wake-up to come.</summary>
internal sealed class Wakeup(TimeProvider clock)
{
    private readonly TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes everybody who waits.</summary>
    public void Ring() => rung.TrySetResult();

    /// <summary>Waits until woken, or for so long.</summary>
    public async Task Wait(TimeSpan most, CancellationToken ct)
    {
        try
        {
            await rung.Task.WaitAsync(most, clock, ct);
        }
        catch (TimeoutException)
        {
            // Time to look without having been woken.
        }
    }
}
