using System.Collections.Concurrent;
using NaraVard.Grpc.Tests.Hostile.Transport;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>Very many streams over several connections, each of which is used for a while.</summary>
internal sealed class Flood(HostileHost host, int seed)
{
    private const int Connections = 4;
    private const int BurstsAtATime = 3;
    private const int BurstsPerConnection = 60;
    private const int ComplaintsMax = 20;

    private readonly ConcurrentQueue<string> complaints = new();
    private int next;
    private int streams;

    /// <summary>What was wrong, with the seeds that make it again.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Streams that were sent.</summary>
    public int Streams => Volatile.Read(ref streams);

    /// <summary>Goes on until so many streams were sent in all.</summary>
    public Task Until(int total) => Task.WhenAll(
        Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Connect(total)))
            .Append(Task.Run(() => Break(total))));

    /// <summary>Sends one burst over a connection of its own.</summary>
    public static async Task<IReadOnlyList<string>> Once(Uri address, int seed)
    {
        await using var wire = await RawConnection.Open(address);
        return await new Burst(seed).Run(wire);
    }

    private async Task Connect(int total)
    {
        while (Streams < total && complaints.Count < ComplaintsMax)
        {
            await using var wire = await RawConnection.Open(host.Http2);
            await Task.WhenAll(Enumerable.Range(0, BurstsAtATime).Select(_ => Send(wire, total)));
        }
    }

    private async Task Break(int total)
    {
        while (Streams < total && complaints.Count < ComplaintsMax)
        {
            var of = NextSeed();
            var (wrong, count) = await Reckless.Run(host, of);
            Interlocked.Add(ref streams, count);
            foreach (var complaint in wrong)
                complaints.Enqueue($"reckless seed {of}: {complaint}");
        }
    }

    private int NextSeed() => unchecked((seed * 1_000_003) + Interlocked.Increment(ref next));

    private async Task Send(RawConnection wire, int total)
    {
        for (var i = 0; i < BurstsPerConnection && Streams < total && !wire.Ended.IsCompleted; i++)
        {
            var of = NextSeed();
            var burst = new Burst(of);
            Interlocked.Add(ref streams, burst.Count);
            foreach (var complaint in await burst.Run(wire))
                complaints.Enqueue($"seed {of}: {complaint}");
        }
    }
}
