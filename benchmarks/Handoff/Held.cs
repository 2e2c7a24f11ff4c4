using System.Globalization;
using NaraVard.Benchmarks.Deployment;
using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Handoff;

/// <summary>What a process holds: in all, and what its last collection left.</summary>
internal readonly record struct Held(double WorkingSetMegabytes, double HeapMegabytes)
{
    public static async Task<Held> Of(ServerProcess server)
    {
        using var client = new HttpClient();
        var metrics = await client.GetStringAsync(new Uri(server.Operations, "/metrics"));
        var heap = metrics.Split('\n')
            .Where(line => line.StartsWith("dotnet_gc_last_collection_heap_size", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.AsSpan(line.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture));
        return new(ProcessUse.Of(server.Id).ResidentBytes / 1e6, heap / 1e6);
    }
}
