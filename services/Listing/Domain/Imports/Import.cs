using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Imports;

/// <summary>Rows of the register that come in parts, and how far they have come.</summary>
internal sealed class Import
{
    /// <summary>More faults than anybody corrects by hand are counted and not kept.</summary>
    private const int FaultsMax = 10_000;

    public Import(Guid id, string region, bool isFile, DateTimeOffset startedAt) =>
        (Id, Region, IsFile, StartedAt, Version) = (id, region, isFile, startedAt, 1);

    public Guid Id { get; private set; }

    /// <summary>Whose register, two digits.</summary>
    public string Region { get; private set; }

    public bool IsFile { get; private set; }

    public long Version { get; private set; }

    /// <summary>Null for a stream, and for a file until its first part.</summary>
    public TextEncoding? Encoding { get; private set; }

    /// <summary>The heading of a file, as it was written.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>How many bytes of a file have been taken.</summary>
    public long NextOffset { get; private set; }

    /// <summary>How many lines of a file have been taken, the heading and the empty ones too.</summary>
    public long LineCount { get; private set; }

    /// <summary>How many rows have been taken, the bad ones too.</summary>
    public long RowCount { get; private set; }

    public long AddedCount { get; private set; }

    public long ChangedCount { get; private set; }

    public long UnchangedCount { get; private set; }

    /// <summary>Rows that could not be taken.</summary>
    public long BadCount { get; private set; }

    /// <summary>How many faults are kept.</summary>
    public long FaultCount { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>
    /// How much of what begins at a place has been taken already: bytes of a file, rows of a stream. Refuses what
    /// begins further on.
    /// </summary>
    public long TakenOf(bool isFile, long place)
    {
        if (isFile != IsFile)
            throw ImportRefusals.OfAnotherKind();
        var next = isFile ? NextOffset : RowCount;
        return place > next ? throw ImportRefusals.Gap(next) : next - place;
    }

    /// <summary>What the first part says of the file.</summary>
    public void Begin(TextEncoding encoding, string heading) => (Encoding, Heading) = (encoding, heading);

    /// <summary>A batch has been written; the faults to keep.</summary>
    public IReadOnlyList<ImportFault> Take(Batch batch, Taken taken)
    {
        if (FinishedAt is not null)
            throw ImportRefusals.Finished();
        var bad = batch.Bad.Concat(taken.Refused).OrderBy(row => row.Line).ToList();
        RowCount += batch.Count;
        AddedCount += taken.Added;
        ChangedCount += taken.Changed;
        BadCount += bad.Count;
        UnchangedCount += batch.Count - bad.Count - taken.Added - taken.Changed;
        Version++;
        var faults = bad.SelectMany(row => row.Faults, (row, fault) => (row.Line, fault))
            .Take((int)(FaultsMax - FaultCount)).Select(Fault).ToList();
        FaultCount += faults.Count;
        return faults;

        ImportFault Fault((long Line, Violation Of) one, int i) => new(
            Id, FaultCount + i, one.Line, one.Of.Field, one.Of.Code, one.Of.Message.Sv, one.Of.Message.En);
    }

    /// <summary>A part of the file has been read so far.</summary>
    public void Read(long bytes, long lines) => (NextOffset, LineCount) = (NextOffset + bytes, LineCount + lines);

    /// <summary>All of it has come.</summary>
    public void Finish(DateTimeOffset now)
    {
        if (FinishedAt is not null)
            return;
        FinishedAt = now;
        Version++;
    }
}
