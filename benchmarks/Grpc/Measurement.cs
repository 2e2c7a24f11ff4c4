using NaraVard.Benchmarks.Grpc.Servers;
using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>What one round, or the middle of several, says of one server and one kind of call.</summary>
/// <param name="PerSecond">Requests or messages.</param>
/// <param name="P99Milliseconds">Of whole calls.</param>
/// <param name="PerCpuSecond">Requests or messages for a second of the server's CPU time.</param>
/// <param name="AllocatedBytes">By the server, for a request or message.</param>
internal sealed record Measurement(
    double PerSecond, double P50Milliseconds, double P99Milliseconds, double PerCpuSecond, double AllocatedBytes)
{
    public static async Task<Measurement> Of(Server server, Shape shape, TimeSpan duration)
    {
        var allocatedBefore = await server.Allocated();
        var useBefore = server.Use;
        var result = await shape.Load(server.Address).Run(duration);
        var cpu = server.Use.CpuSince(useBefore);
        var allocated = await server.Allocated() - allocatedBefore;
        var count = (double)result.Milliseconds.Count * shape.PerCall;
        return new Measurement(result.PerSecond * shape.PerCall, result.Milliseconds.P50, result.Milliseconds.P99,
            count / cpu, allocated / count);
    }

    public static Measurement Median(IReadOnlyCollection<Measurement> rounds) => new(
        Percentiles.Median(rounds.Select(r => r.PerSecond)),
        Percentiles.Median(rounds.Select(r => r.P50Milliseconds)),
        Percentiles.Median(rounds.Select(r => r.P99Milliseconds)),
        Percentiles.Median(rounds.Select(r => r.PerCpuSecond)),
        Percentiles.Median(rounds.Select(r => r.AllocatedBytes)));
}
