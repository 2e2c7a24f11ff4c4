namespace NaraVard.Gateway.Forwarding;

/// <summary>
/// Leaves a service alone after several failures in a row, then lets one request try it. Safe to use from many threads.
/// </summary>
internal sealed class CircuitBreaker(int failuresMax, TimeSpan openFor, TimeProvider clock)
{
    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset closedUntil;

    /// <summary>False with the time to wait while the service is left alone.</summary>
    public bool TryEnter(out TimeSpan wait)
    {
        lock (gate)
        {
            wait = closedUntil - clock.GetUtcNow();
            if (failures < failuresMax)
                return true;
            if (wait > TimeSpan.Zero)
                return false;
            // This request is the one that tries; the others wait another turn unless it succeeds first.
            closedUntil = clock.GetUtcNow() + openFor;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (gate)
            failures = 0;
    }

    /// <summary>Counts a failure of the service; true when it is this one that opens the breaker.</summary>
    public bool Failed()
    {
        lock (gate)
        {
            failures = Math.Min(failures + 1, failuresMax);
            if (failures < failuresMax)
                return false;
            var wasOpen = closedUntil > clock.GetUtcNow();
            closedUntil = clock.GetUtcNow() + openFor;
            return !wasOpen;
        }
    }
}
