using NaraVard.Grpc.Tests.Hostile.Calls;
using NaraVard.Grpc.Tests.Hostile.Texts;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>
/// Some streams that are sent at one go, their frames mixed as chance will have it. All of it comes from one seed, so
/// that a failure can be had again.
/// </summary>
internal sealed class Burst
{
    private const int StreamsMax = 8;
    private const int BytesMax = 300_000;

    private readonly Random random;
    private readonly List<Plan> plans = [];

    public Burst(int seed)
    {
        random = new Random(seed);
        var bytes = 0;
        for (var count = random.Next(1, StreamsMax + 1); count > 0 && bytes < BytesMax; count--)
        {
            plans.Add(random.Next(2) == 0 ? GrpcStreams.Next(random) : JsonStreams.Next(random));
            bytes += plans[^1].Body.Length;
        }
    }

    public int Count => plans.Count;

    /// <summary>Sends all and waits for the answers; tells what is wrong with each.</summary>
    public async Task<IReadOnlyList<string>> Run(RawConnection wire)
    {
        var open = plans.Select(plan => (Plan: plan, Frames: new Queue<Func<int, byte[]>>(plan.Cut(random)))).ToList();
        var streams = await wire.Burst(Mixed(open));
        List<string> complaints = [];
        foreach (var (plan, index) in plans.Select((plan, index) => (plan, index)))
        {
            if (plan.Ending == Ending.Reset)
            {
                wire.Forget(streams[index]);
                continue;
            }
            if (await Answer(wire, streams[index]) is not { } answer)
                complaints.Add($"{plan.What}: no answer");
            else if (plan.Complaint(answer) is { } complaint)
                complaints.Add($"{plan.What}: {complaint}");
            if (plan.Ending == Ending.LeftOpen)
                await wire.Reset(streams[index]);
        }
        return complaints;
    }

    private static async Task<RawAnswer?> Answer(RawConnection wire, int stream)
    {
        try
        {
            return await wire.Answer(stream);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // The frames of all streams, mixed; those of one stream in their order.
    private List<(int Stream, Func<int, byte[]> Frame)> Mixed(List<(Plan Plan, Queue<Func<int, byte[]>> Frames)> open)
    {
        var left = Enumerable.Range(0, open.Count).ToList();
        List<(int, Func<int, byte[]>)> mixed = [];
        while (left.Count > 0)
        {
            var of = left[random.Next(left.Count)];
            for (var run = random.Next(1, 4); run > 0 && open[of].Frames.Count > 0; run--)
                mixed.Add((of, open[of].Frames.Dequeue()));
            if (open[of].Frames.Count == 0)
                left.Remove(of);
        }
        return mixed;
    }
}
