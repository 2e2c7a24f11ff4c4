using NaraVard.Identifiers;
using NaraVard.Identifiers.Places;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Clinics;

/// <summary>A clinic where people may be listed, with its profile as of each day.</summary>
internal sealed class Clinic
{
    private readonly List<ClinicVersion> versions = [];

    public Clinic(HsaId id, DateOnly from, ClinicProfile profile)
    {
        (Id, Version) = (id, 1);
        versions.Add(new(id, from, profile));
    }

    private Clinic()
    {
    }

    public HsaId Id { get; private set; }

    public long Version { get; private set; }

    /// <summary>The first day on which it is closed for good; null while no end is set.</summary>
    public DateOnly? ClosedFrom { get; private set; }

    public ClosureReason? ClosureReason { get; private set; }

    /// <summary>From how many postal codes the distance by road is known.</summary>
    public int RoadDistanceCount { get; private set; }

    /// <summary>All versions, the first to begin first.</summary>
    public IEnumerable<ClinicVersion> Versions => versions.OrderBy(version => version.From);

    /// <summary>The version of a day; null before the first.</summary>
    public ClinicVersion? On(DateOnly day) => versions.Where(version => version.From <= day).MaxBy(one => one.From);

    /// <summary>The profile of a day; null before the first.</summary>
    public ClinicProfile? ProfileOn(DateOnly day) => On(day)?.Profile;

    public bool IsClosedOn(DateOnly day) => ClosedFrom <= day;

    public bool IsOpen(DateTimeOffset at) =>
        StockholmTime.DayOf(at) is var day && !IsClosedOn(day) && ProfileOn(day)?.IsOpen(at) == true;

    /// <summary>
    /// When it opens next, by the profile of that day; null while it is open, when no opening is known, and when it
    /// closes for good before.
    /// </summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        if (IsOpen(at))
            return null;
        var openings =
            from version in Versions
            let begins = StockholmTime.StartOf(version.From)
            let opens = version.Profile.OpenFrom(begins > at ? begins : at)
            where opens is not null && On(StockholmTime.DayOf(opens.Value)) == version
            select opens;
        return openings.FirstOrDefault() is { } next && !IsClosedOn(StockholmTime.DayOf(next)) ? next : null;
    }

    /// <summary>Whether a contract or an assignment lets people be listed for this on the day.</summary>
    public bool HasAgreement(ListingType type, DateOnly day) =>
        ProfileOn(day)?.Agreements.Any(agreement => agreement.Type == type && agreement.AppliesOn(day)) == true;

    /// <summary>The county, and with that the region, where it lies; it never moves to another.</summary>
    public string Region => KommunCode.Parse(versions[0].Profile.KommunCode).Lan.Code;

    /// <summary>Another profile from a day on. A version that begins on the same day is replaced.</summary>
    public void Change(ClinicProfile profile, DateOnly from)
    {
        if (IsClosedOn(from))
            throw ClinicRefusals.Closed();
        if (versions.Find(version => version.From == from) is { } same)
            same.Replace(profile);
        else
            versions.Add(new(Id, from, profile));
        Version++;
    }

    /// <summary>The distance by road is known from so many postal codes, and another than before from some.</summary>
    public void Measured(int postalCodes)
    {
        RoadDistanceCount = postalCodes;
        Version++;
    }

    /// <summary>Closes it for good. A day that has not come may still be set anew.</summary>
    /// <returns>False when it is known already.</returns>
    public bool Close(DateOnly from, ClosureReason reason, DateOnly today)
    {
        if (ClosedFrom == from && ClosureReason == reason)
            return false;
        if (IsClosedOn(today))
            throw ClinicRefusals.Closed();
        (ClosedFrom, ClosureReason) = (from, reason);
        Version++;
        return true;
    }
}
