namespace NaraVard.Grpc.Tests.Hostile.Transport;

/// <summary>Every way to break HTTP once, by name, and bursts of streams by their seeds.</summary>
public sealed class BurstTests
{
    public static TheoryData<string> FramesThatBreak() => [.. FrameFaults.All.Select(fault => fault.Name)];

    public static TheoryData<string> MalformedRequests() => [.. MalformedHeaders.All.Select(fault => fault.Name)];

    public static TheoryData<string> BrokenHttp1() => [.. Http1Faults.All.Select(fault => fault.Name)];

    /// <summary>The place for the seed that a failure of the flood has named, while it is looked into.</summary>
    [Theory]
    [InlineData(1)]
    public async Task A_burst_is_answered_as_the_protocol_prescribes(int seed)
    {
        await using var host = await HostileHost.Start();

        Assert.Empty(await Flood.Once(host.Http2, seed));
        Assert.Empty(host.Faults);
    }

    [Theory]
    [MemberData(nameof(FramesThatBreak))]
    public async Task What_breaks_http2_ends_its_connection(string name)
    {
        await using var host = await HostileHost.Start();
        await using var wire = await Raw.RawConnection.Open(host.Http2);

        Assert.Null(await Reckless.Break(wire, FrameFaults.All.Single(fault => fault.Name == name), new Random(1)));
        Assert.Empty(host.Faults);
    }

    [Theory]
    [MemberData(nameof(MalformedRequests))]
    public async Task A_malformed_request_is_not_served(string name)
    {
        await using var host = await HostileHost.Start();
        await using var wire = await Raw.RawConnection.Open(host.Http2);

        Assert.Null(await Reckless.Malformed(wire, MalformedHeaders.All.Single(fault => fault.Name == name)));
        Assert.Empty(host.Faults);
    }

    [Theory]
    [MemberData(nameof(BrokenHttp1))]
    public async Task Broken_http1_is_refused(string name)
    {
        await using var host = await HostileHost.Start();

        Assert.Empty(await Reckless.OverHttp1(host.Http1, Http1Faults.All.Single(fault => fault.Name == name)));
        Assert.Empty(host.Faults);
    }
}
