using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Domain.Ceilings;

/// <summary>
/// A region's decision, on the clinic's request, to limit how many are listed there (HSL 7:3 c): so many, for a time.
/// </summary>
internal sealed class Ceiling
{
    public Ceiling(CeilingDecision decision, CeilingRule rule, IEnumerable<Ceiling> others)
    {
        (Id, Clinic, Type, Region) = (decision.Id, decision.Clinic, decision.Type, decision.Region);
        (DecidedBy, Digest) = (decision.DecidedBy, decision.Digest);
        Take(decision, rule, others);
    }

    private Ceiling()
    {
    }

    /// <summary>Chosen by the caller.</summary>
    public Guid Id { get; private set; }

    public long Version { get; private set; }

    /// <summary>HSA-id.</summary>
    public string Clinic { get; private set; } = "";

    public ListingType Type { get; private set; }

    public string Region { get; private set; } = "";

    /// <summary>The most that may be listed.</summary>
    public int ListedMax { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; null when the decision sets none.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Where the decision is found: a diary number.</summary>
    public string DecisionReference { get; private set; } = "";

    /// <summary>HSA-id of whoever decided, or the sign-in's own id.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>Of the first decision.</summary>
    public byte[] Digest { get; private set; } = [];

    public bool AppliesOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>A new decision about the same ceiling; it begins as before.</summary>
    public void Revise(CeilingDecision decision, CeilingRule rule, IEnumerable<Ceiling> others) =>
        Take(decision with { Id = Id, From = From }, rule, others);

    private void Take(CeilingDecision decision, CeilingRule rule, IEnumerable<Ceiling> others)
    {
        if (rule.NeedsLastDay && decision.To is null)
            throw Refusals.CeilingNeedsLastDay();
        if (rule.MonthsMax is { } months && (decision.To is null || decision.To >= decision.From.AddMonths(months)))
            throw Refusals.CeilingTooLong(months);
        if (others.Any(other => other.Id != decision.Id && Overlaps(other, decision)))
            throw Refusals.CeilingOverlaps();
        (ListedMax, From, To) = (decision.ListedMax, decision.From, decision.To);
        DecisionReference = decision.Reference;
        Version++;
    }

    // A ceiling that was ended before it began holds on no day.
    private static bool Overlaps(Ceiling one, CeilingDecision other) =>
        !(one.To < one.From) && !(other.To < other.From)
        && !(one.To < other.From) && !(other.To < one.From);
}
