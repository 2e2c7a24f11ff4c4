using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Gateway;

/// <summary>One way to the service, and what was measured on it round by round.</summary>
internal sealed class Front(string name, Uri address, string token, Guid handoff, int? process = null)
{
    private readonly string url = new Uri(address, $"/handoff/v1/handoffs/{handoff}").AbsoluteUri;
    private readonly List<double> perSecond = [];
    private readonly List<double> cpuMicroseconds = [];
    private readonly List<double> p50 = [];
    private readonly List<double> p99 = [];

    public string Name => name;

    public double PerSecond => Percentiles.Median(perSecond);

    /// <summary>Of the process in front, for one request.</summary>
    public double CpuMicroseconds => Percentiles.Median(cpuMicroseconds);

    /// <summary>In milliseconds at a fixed rate.</summary>
    public double P50 => Percentiles.Median(p50);

    public double P99 => Percentiles.Median(p99);

    /// <summary>Compiles what is hot.</summary>
    public Task WarmUp(int requests) => AsMuchAsItCan().Run(requests);

    /// <summary>A round as fast as it goes.</summary>
    public async Task Saturate(int requests)
    {
        var before = process is { } id ? ProcessUse.Of(id) : default;
        perSecond.Add((await AsMuchAsItCan().Run(requests)).PerSecond);
        cpuMicroseconds.Add(process is { } same ? ProcessUse.Of(same).CpuSince(before) * 1e6 / requests : 0);
    }

    /// <summary>A round at a fixed rate.</summary>
    public async Task Pace(int requestsPerSecond, TimeSpan duration)
    {
        var load = new H2Load(url, $"authorization: Bearer {token}")
        {
            IsHttp1 = true,
            Connections = 20,
            Streams = 1,
            RequestsPerSecond = requestsPerSecond,
        };
        var round = await load.Run(duration);
        p50.Add(round.Milliseconds.P50);
        p99.Add(round.Milliseconds.P99);
    }

    private H2Load AsMuchAsItCan() =>
        new(url, $"authorization: Bearer {token}") { IsHttp1 = true, Connections = 32, Streams = 1 };
}
