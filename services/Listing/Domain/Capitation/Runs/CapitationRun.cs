using NaraVard.Listing.Domain.Capitation.Packages;

namespace NaraVard.Listing.Domain.Capitation.Runs;

/// <summary>A month's payment: computed by one person, final when another has signed it off.</summary>
internal sealed class CapitationRun
{
    public CapitationRun(RunOrder order, Package package, DateOnly day, Snapshot snapshot, Result result)
    {
        (Id, Region, System, Month) = (order.Id, package.Region, order.System, order.Month);
        (Corrects, ComputedBy, ComputedAt) = (order.Corrects, order.By, order.At);
        (ListingDay, PackageId, PackageDigest) = (day, package.Id, package.Digest);
        (Version, State) = (1, RunState.Computed);
        (Units, Figures) = (snapshot.Units, [.. snapshot.Figures]);
        UnitCount = snapshot.Units.Count;
        ListedCount = snapshot.Units.Sum(snapshot.Listed);
        (Total, Rounding) = (result.Total, result.Rounding);
        (SnapshotDigest, ResultDigest) = (snapshot.Digest(), result.Digest());
    }

    private CapitationRun()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public RunState State { get; private set; }

    /// <summary>Whose it is: <c>region:17</c>.</summary>
    public string Region { get; private set; } = "";

    public ChoiceSystem System { get; private set; }

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>The day whose listing is paid for.</summary>
    public DateOnly ListingDay { get; private set; }

    public Guid PackageId { get; private set; }

    public byte[] PackageDigest { get; private set; } = [];

    /// <summary>The final run that this one corrects.</summary>
    public Guid? Corrects { get; private set; }

    /// <summary>The units of the snapshot; its counts are rows of their own.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public int UnitCount { get; private set; }

    public int ListedCount { get; private set; }

    public decimal Total { get; private set; }

    public decimal Rounding { get; private set; }

    public byte[] SnapshotDigest { get; private set; } = [];

    public byte[] ResultDigest { get; private set; } = [];

    public DateTimeOffset ComputedAt { get; private set; }

    public string ComputedBy { get; private set; } = "";

    public DateTimeOffset? SignedAt { get; private set; }

    public string? SignedBy { get; private set; }

    /// <summary>Whether it was started with this order.</summary>
    public bool IsOf(RunOrder order, string region) =>
        (Region, System, Month, Corrects) == (region, order.System, order.Month, order.Corrects);

    /// <summary>A second person says that it is right. False when the same person has said so before.</summary>
    /// <param name="by">HSA-id of who signs.</param>
    /// <param name="signIn">The sign-in's own id, by which the person may have computed without an HSA-id.</param>
    public bool SignOff(string by, string signIn, DateTimeOffset at)
    {
        if (IsSame(by, ComputedBy) || IsSame(signIn, ComputedBy))
            throw Refusals.SignedBySame();
        if (SignedBy is not null)
            return IsSame(by, SignedBy) ? false : throw Refusals.MonthIsFinal();
        (State, SignedBy, SignedAt) = (RunState.Final, by, at);
        Version++;
        return true;
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>What may be compared and computed again, with the counts of its day.</summary>
    public Snapshot SnapshotOf(IEnumerable<Cell> cells) => new(Units, cells, Figures);
}

/// <summary>Which month somebody wants computed.</summary>
/// <param name="By">Who, as the second person is told from.</param>
internal sealed record RunOrder(
    Guid Id, ChoiceSystem System, DateOnly Month, Guid? Corrects, string By, DateTimeOffset At);

/// <summary>How far a run has come.</summary>
internal enum RunState
{
    /// <summary>Waits for a second person.</summary>
    Computed = 1,

    /// <summary>Signed off.</summary>
    Final = 2,
}
