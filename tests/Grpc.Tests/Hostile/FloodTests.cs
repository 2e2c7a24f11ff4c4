using System.Diagnostics;
using NaraVard.Grpc.Tests.Hostile.Transport;
using NaraVard.Testing;
using Xunit.Abstractions;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>Runs alone, since it measures what the process holds.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>
/// A hundred thousand hostile streams. A failure names the seed of the streams that it is about, which
/// <see cref="Transport.BurstTests"/> takes.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FloodTests(ITestOutputHelper output)
{
    private const int ManagedGrowthMax = 12 * 1024 * 1024;
    private const int WorkingSetGrowthMax = 64 * 1024 * 1024;
    private const int ThreadGrowthMax = 20;
    private const int SlowOfEachKind = 4;

    private const int Streams = 100_000;
    private const int Seed = 1;

    [Fact]
    public async Task Whatever_is_sent_the_server_goes_on_and_holds_nothing_of_it()
    {
        await using var host = await HostileHost.Start();
        await using var slowHost = await HostileHost.Start(Loris.Limit);
        var clock = Stopwatch.StartNew();
        var slow = Task.WhenAll(
            from kind in Loris.All from _ in Enumerable.Range(0, SlowOfEachKind) select Slow(slowHost, kind));
        var flood = new Flood(host, Seed);
        Footprint before;
        await using (var canary = new Canary(host))
        {
            await flood.Until(Streams / 10);
            before = Footprint.Take();
            await flood.Until(Streams);
            await slow;
            Assert.True(canary.Answered > 0, "the canary was never answered");
        }
        await Soon.Holds(
            "the slow clients' host answers", async () => (await Flood.Once(slowHost.Http2, Seed)).Count == 0);
        await Soon.Holds("all calls are over", () => host.Calls == 0 && slowHost.Calls == 0, 90);
        await Soon.Holds("all connections are closed", () => host.Connections + slowHost.Connections == 0, 90);
        var after = Footprint.Take();
        output.WriteLine($"{flood.Streams} streams, {clock.Elapsed}; first tenth: {before}; end: {after}");

        var wrong = flood.Complaints.Concat((await slow).OfType<string>())
            .Concat(host.Faults.Concat(slowHost.Faults).Take(5));
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
        Assert.True(after.ManagedBytes < before.ManagedBytes + ManagedGrowthMax, $"{before}; then {after}");
        Assert.True(after.WorkingSetBytes < before.WorkingSetBytes + WorkingSetGrowthMax, $"{before}; then {after}");
        Assert.True(after.Threads < before.Threads + ThreadGrowthMax, $"{before}; then {after}");
    }

    private static async Task<string?> Slow(
        HostileHost host, (string Name, Func<HostileHost, Task<string?>> Do) kind) =>
        await kind.Do(host) is { } complaint ? $"{kind.Name}: {complaint}" : null;
}
