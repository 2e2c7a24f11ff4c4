namespace NaraVard.Faults.Tests;

/// <summary>Kills a process when it comes to a moment for the n-th time.</summary>
internal sealed class Trap(Moment? moment, int nth)
{
    private readonly TaskCompletionSource sprung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int left = nth;

    /// <summary>When it springs; never when null.</summary>
    public Moment? Moment => moment;

    /// <summary>From now on nothing goes in or out of the process.</summary>
    public bool IsSprung => sprung.Task.IsCompleted;

    /// <summary>What ends the process.</summary>
    public Action Kill { get; set; } = () => { };

    /// <summary>Told of each moment that the process comes to; true when this is its last.</summary>
    public bool Springs(Moment reached)
    {
        if (reached != moment || Interlocked.Decrement(ref left) != 0)
            return false;
        sprung.SetResult();
        Kill();
        return true;
    }

    public override string ToString() => moment is { } at ? $"{at.Side} {at.Step}, {left} times more" : "none";
}
