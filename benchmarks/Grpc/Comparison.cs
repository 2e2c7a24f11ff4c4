using NaraVard.Benchmarks.Grpc.Servers;
using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>Several servers with the same calls, in turn; the first is held against each of the others.</summary>
internal sealed class Comparison(Server[] servers, IReadOnlyList<Shape> shapes)
{
    private readonly Dictionary<(Server, Shape), List<Measurement>> measured = [];

    public async Task Round(TimeSpan duration)
    {
        foreach (var shape in shapes)
            foreach (var server in servers)
            {
                if (!measured.TryGetValue((server, shape), out var rounds))
                    measured[(server, shape)] = rounds = [];
                rounds.Add(await Measurement.Of(server, shape, duration));
            }
    }

    /// <summary>The middle of the rounds so far.</summary>
    public Measurement Of(Server server, Shape shape) => Measurement.Median(measured[(server, shape)]);

    public async Task Print()
    {
        foreach (var shape in shapes)
        {
            await Line(shape, "", $"{shape.Unit}/s", m => m.PerSecond);
            await Line(shape, "-p50", "ms", m => m.P50Milliseconds);
            await Line(shape, "-p99", "ms", m => m.P99Milliseconds);
            await Line(shape, "-cpu", $"{shape.Unit}/server CPU-second", m => m.PerCpuSecond);
            await Line(shape, "-allocated", $"bytes/{shape.Unit.TrimEnd('s')}", m => m.AllocatedBytes);
        }
    }

    private Task Line(Shape shape, string suffix, string unit, Func<Measurement, double> figure)
    {
        var ours = figure(Of(servers[0], shape));
        var others = servers.Skip(1)
            .Select(server => (server.Name, Figure: figure(Of(server, shape))))
            .Where(other => other.Figure > 0)
            .Select(other => $"{Report.Ratio(ours, other.Figure, other.Name)}'s {Report.Number(other.Figure)}");
        return Report.Line($"grpc-{shape.Name}{suffix}", ours, unit, string.Join(", ", others));
    }
}
