namespace NaraVard.Benchmarks.Start;

/// <summary>One way to run the suite.</summary>
/// <param name="Name">In lower case with hyphens.</param>
/// <param name="IsReadyToRun">Compiled ahead of time.</param>
/// <param name="Runtime">The runtime's settings, as environment variables.</param>
internal sealed record Variant(string Name, bool IsReadyToRun, Dictionary<string, string> Runtime)
{
    private const string ServerGc = "DOTNET_gcServer";
    private const string ConcurrentGc = "DOTNET_gcConcurrent";
    private const string ConserveMemory = "DOTNET_GCConserveMemory";
    private const string TieredPgo = "DOTNET_TieredPGO";
    private const string Adaptive = "DOTNET_GCDynamicAdaptationMode";

    /// <summary>As it is built and run, and what else there would be.</summary>
    public static readonly Variant[] All =
    [
        new("chosen", true, []),
        new("not-ready-to-run", false, []),
        new("gc-not-adaptive", true, new() { [Adaptive] = "0" }),
        new("workstation-gc", true, new() { [ServerGc] = "0" }),
        new("workstation-gc-not-concurrent", true, new() { [ServerGc] = "0", [ConcurrentGc] = "0" }),
        new("workstation-gc-conserving", true, new() { [ServerGc] = "0", [ConserveMemory] = "5" }),
        new("without-tiered-pgo", true, new() { [TieredPgo] = "0" }),
    ];
}
