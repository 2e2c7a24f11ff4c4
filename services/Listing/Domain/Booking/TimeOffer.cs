namespace NaraVard.Listing.Domain.Booking;

/// <summary>A time as a clinic offers it.</summary>
/// <param name="Id">Chosen by the caller.</param>
/// <param name="Resource">Whose calendar it stands in; of one resource no two times overlap.</param>
/// <param name="IsForListed">Whether only those who are listed at the clinic may book it.</param>
internal sealed record TimeOffer(
    Guid Id, DateTimeOffset StartsAt, int Minutes, string Resource, Profession Profession, ContactForm Form,
    Errand Errand, bool IsForListed)
{
    public const int MinutesMin = 5;

    public const int MinutesMax = 480;

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Which agreement it is a part of, and whose listed count.</summary>
    public ListingType Care => this switch
    {
        { Errand: Errand.ChildHealth } => ListingType.ChildHealth,
        { Errand: Errand.Dental } or { Profession: Profession.Dentist or Profession.DentalHygienist } =>
            ListingType.Dental,
        _ => ListingType.PrimaryCare,
    };

    public bool Overlaps(TimeOffer other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;
}
