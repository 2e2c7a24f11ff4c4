using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Domain.Clinics;

/// <summary>What is looked for; null and empty do not matter. Times are on Swedish clocks.</summary>
internal sealed record ClinicQuery
{
    public ListingType? Listing { get; init; }

    public IReadOnlyCollection<ClinicOffering> Services { get; init; } = [];

    public IReadOnlyCollection<ClinicKind> Kinds { get; init; } = [];

    public string? Language { get; init; }

    public bool MustHaveBookingLink { get; init; }

    /// <summary>Whole years of somebody whom it must receive.</summary>
    public int? AgeYears { get; init; }

    /// <summary>Only clinics that are open at <see cref="At"/>.</summary>
    public bool MustBeOpen { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>From where to measure.</summary>
    public Origin? From { get; init; }

    /// <summary>No farther than this, and not where that is not known.</summary>
    public int? WithinKm { get; init; }

    /// <summary>All that offer it: the nearest first where a place is given, else by name.</summary>
    public IReadOnlyList<FoundClinic> Find(IEnumerable<Clinic> clinics) =>
    [
        .. from clinic in clinics
           let found = FoundClinic.Of(clinic, At, From)
           where found is not null && Wants(found)
           orderby found.Distance is null, found.Distance?.Meters, found.Version.Profile.Name, clinic.Id.Value
           select found,
    ];

    private bool Wants(FoundClinic found)
    {
        var profile = found.Version.Profile;
        return (Listing is not { } type || found.Clinic.HasAgreement(type, found.Day))
            && Services.All(profile.Services.Contains)
            && (Kinds.Count == 0 || Kinds.Contains(profile.Kind))
            && (Language is null || profile.Languages.Contains(Language))
            && (!MustHaveBookingLink || profile.BookingLink.Length > 0)
            && (AgeYears is not { } age || profile.Ages.Includes(age))
            && (!MustBeOpen || found.IsOpen)
            && (WithinKm is not { } km || found.Distance?.Km <= km);
    }
}
