using System.Diagnostics;
using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Handoff;

/// <summary>Sets what the desks were told against what was written.</summary>
internal sealed class Ledger
{
    private readonly List<double> fromStart = [];
    private readonly List<double> fromAnswer = [];

    public Ledger(IReadOnlyCollection<Written> written, IReadOnlyList<Watcher> watchers)
    {
        var versions = written.ToDictionary(one => (one.Id, one.Version));
        var last = written.GroupBy(one => one.Id).ToDictionary(one => one.Key, one => one.MaxBy(w => w.Version));
        foreach (var watcher in watchers)
            Check(watcher, versions, [.. last.Values.Where(one => one.Kommun == watcher.Kommun)]);
    }

    /// <summary>Handoffs whose newest version a desk of the kommun never saw.</summary>
    public int Lost { get; private set; }

    /// <summary>Told a second time, or an older version after a newer one.</summary>
    public int Doubled { get; private set; }

    /// <summary>Told to a desk of another kommun, or never written.</summary>
    public int Strange { get; private set; }

    /// <summary>First versions that were not told since the second was there when the list was read.</summary>
    public int Overtaken { get; private set; }

    /// <summary>Told in all.</summary>
    public int Told { get; private set; }

    /// <summary>Milliseconds from the start of the POST until a desk had it.</summary>
    public Percentiles FromStart => new(fromStart);

    /// <summary>Milliseconds from the POST's answer; a desk may have it before the writer has its answer.</summary>
    public Percentiles FromAnswer => new(fromAnswer);

    private void Check(Watcher watcher, Dictionary<(Guid, long), Written> versions, List<Written> last)
    {
        var newest = new Dictionary<Guid, long>();
        foreach (var sighting in watcher.Seen)
        {
            Told++;
            if (!versions.TryGetValue((sighting.Id, sighting.Version), out var write)
                || write.Kommun != watcher.Kommun)
            {
                Strange++;
                continue;
            }

            var before = newest.GetValueOrDefault(sighting.Id);
            if (sighting.Version <= before)
            {
                Doubled++;
                continue;
            }

            Overtaken += (int)(sighting.Version - before - 1);
            newest[sighting.Id] = sighting.Version;
            Time(write, sighting.At);
        }

        Lost += last.Count(one => newest.GetValueOrDefault(one.Id) < one.Version);
    }

    private void Time(Written write, long at)
    {
        if (!write.IsCounted)
            return;
        fromStart.Add(Stopwatch.GetElapsedTime(write.Started, at).TotalMilliseconds);
        fromAnswer.Add(Math.Max(0, Stopwatch.GetElapsedTime(write.Answered, at).TotalMilliseconds));
    }
}
