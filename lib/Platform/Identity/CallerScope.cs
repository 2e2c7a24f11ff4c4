namespace NaraVard.Platform.Identity;

/// <summary>
/// Holds the caller of one dependency-injection scope. Requests enter theirs by themselves; a consumer or a job
/// enters <see cref="Caller.System"/> before it resolves anything that asks for a <see cref="Caller"/>.
/// </summary>
public sealed class CallerScope
{
    private Caller? caller;

    /// <summary>The caller; throws when nobody has entered, since nothing may run for an unknown caller.</summary>
    public Caller Caller => caller ?? throw new InvalidOperationException("No caller has entered this scope.");

    /// <summary>True when somebody has entered.</summary>
    public bool HasCaller => caller is not null;

    /// <summary>
    /// Says for whom this scope runs. Can be said once; the acting user may replace the system that called.
    /// </summary>
    public void Enter(Caller entering)
    {
        ArgumentNullException.ThrowIfNull(entering);
        if (caller is not null && caller.ClientId != entering.ClientId)
            throw new InvalidOperationException("Another caller has entered this scope already.");
        caller = entering;
    }
}
