using NaraVard.Listing.Domain.Clinics.Hours;
using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Domain.Clinics;

/// <summary>
/// What a clinic is and offers, as of a day (DOMAIN K03). Replaced as a whole, never changed: what has a default can be
/// set only so that a stored profile that does not know it yet keeps the default.
/// </summary>
internal sealed record ClinicProfile
{
    public required string Name { get; init; }

    public required OwnerForm OwnerForm { get; init; }

    public required ClinicKind Kind { get; init; }

    /// <summary>Four digits: the kommun that it lies in.</summary>
    public required string KommunCode { get; init; }

    public required Position Position { get; init; }

    public string Address { get; set; } = "";

    public string Phone { get; set; } = "";

    public IReadOnlyList<ClinicOffering> Services { get; set; } = [];

    /// <summary>Two letters each (ISO 639-1), beside Swedish.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    public OpeningHours Hours { get; set; } = OpeningHours.None;

    /// <summary>Without a booked time.</summary>
    public OpeningHours DropInHours { get; set; } = OpeningHours.None;

    public OpeningHours PhoneHours { get; set; } = OpeningHours.None;

    /// <summary>When those who stay there may be visited.</summary>
    public OpeningHours VisitingHours { get; set; } = OpeningHours.None;

    public string VisitingRules { get; set; } = "";

    public AgeLimits Ages { get; set; } = AgeLimits.None;

    /// <summary>Empty when it has no page of its own.</summary>
    public string BookingLink { get; set; } = "";

    public IReadOnlyList<string> Equipment { get; set; } = [];

    public Staffing Staffing { get; set; } = new(0, 0);

    public IReadOnlyList<Agreement> Agreements { get; set; } = [];

    public IReadOnlyList<TemporaryNotice> Notices { get; set; } = [];

    /// <summary>Within its hours, and not closed for a while.</summary>
    public bool IsOpen(DateTimeOffset at) => Hours.IsOpen(at) && ClosedBy(at) is null;

    /// <summary>The first time from a moment on when it is open; null when none is known.</summary>
    public DateTimeOffset? OpenFrom(DateTimeOffset at)
    {
        DateTimeOffset? next = at;
        while (next is { } moment && !IsOpen(moment))
            next = ClosedBy(moment) is { } closed ? closed.To : Hours.NextOpening(moment);
        return next;
    }

    private TemporaryNotice? ClosedBy(DateTimeOffset at) =>
        Notices.FirstOrDefault(notice => notice.IsClosed && notice.HoldsAt(at));
}
