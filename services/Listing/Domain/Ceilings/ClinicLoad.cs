namespace NaraVard.Listing.Domain.Ceilings;

/// <summary>
/// How many a clinic has listed and waiting for one type of care. Its row is held by whoever gives or takes a place, so
/// that two never take the same one.
/// </summary>
internal sealed class ClinicLoad
{
    public ClinicLoad(string clinic, ListingType type) => (Clinic, Type) = (clinic, type);

    private ClinicLoad()
    {
    }

    /// <summary>HSA-id.</summary>
    public string Clinic { get; private set; } = "";

    public ListingType Type { get; private set; }

    /// <summary>Listings without an end that a ceiling counts, the coming ones too.</summary>
    public int Counted { get; private set; }

    /// <summary>Listings without an end that a ceiling does not count.</summary>
    public int Exempt { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>The latest arrival number of the queue.</summary>
    public long LastArrival { get; private set; }

    public int Listed => Counted + Exempt;

    /// <summary>
    /// Where somebody who comes now goes. Nobody else passes those who wait, and nobody whom the ceiling does not count
    /// waits.
    /// </summary>
    /// <param name="ceiling">The most that may be listed; null when there is no ceiling.</param>
    /// <param name="leaving">Those who still hold a counted place on the first day of the new listing.</param>
    /// <param name="isExempt">Whether the ceiling does not count the new listing.</param>
    /// <param name="mayPass">Whether those who wait are passed, since the person only comes back.</param>
    public Placement Place(int? ceiling, int leaving, bool isExempt, bool mayPass = false) =>
        isExempt || ceiling is null || ((Waiting == 0 || mayPass) && HasRoom(ceiling, leaving))
            ? Placement.Listed
            : Placement.Queued;

    /// <summary>Whether one more may be listed under the ceiling.</summary>
    public bool HasRoom(int? ceiling, int leaving) => ceiling is null || Counted + leaving < ceiling;

    public void Take(bool isExempt)
    {
        if (isExempt)
            Exempt++;
        else
            Counted++;
    }

    public void Leave(bool isExempt)
    {
        if (isExempt)
            Exempt--;
        else
            Counted--;
    }

    /// <summary>One more waits; its arrival number.</summary>
    public long Enqueue()
    {
        Waiting++;
        return ++LastArrival;
    }

    public void Dequeue() => Waiting--;
}

/// <summary>Where a choice goes.</summary>
internal enum Placement
{
    Listed,
    Queued,
}
