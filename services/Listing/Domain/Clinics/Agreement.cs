namespace NaraVard.Listing.Domain.Clinics;

/// <summary>
/// The right to have people listed: a contract after LOV, or the assignment of the region's own clinic. From a day, to
/// a last one, absent when none is set.
/// </summary>
internal sealed record Agreement(ListingType Type, DateOnly From, DateOnly? To)
{
    public bool AppliesOn(DateOnly day) => From <= day && (To is null || day <= To);
}
