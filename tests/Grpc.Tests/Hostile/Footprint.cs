namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>What the process holds when nothing is going on and all that can be collected is.</summary>
internal sealed record Footprint(long ManagedBytes, long WorkingSetBytes, int Threads)
{
    private const int Mega = 1024 * 1024;

    public static Footprint Take()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return new(GC.GetTotalMemory(true), Environment.WorkingSet, ThreadPool.ThreadCount);
    }

    public override string ToString() =>
        $"{ManagedBytes / Mega} MB managed, {WorkingSetBytes / Mega} MB working set, {Threads} pool threads";
}
