using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Policy;

/// <summary>
/// The ages at which somebody may be listed for a type of care, counted as the age that is reached during the year.
/// Without a window for a type everybody may.
/// </summary>
internal sealed record AgeWindow(ListingType Type, DateOnly From, DateOnly? To, int FirstYear, int LastYear) : IDated
{
    public bool Includes(DateOnly birth, DateOnly day) =>
        day.Year - birth.Year is var age && age >= FirstYear && age <= LastYear;

    /// <summary>Whether the last age is passed on the day.</summary>
    public bool IsPast(DateOnly birth, DateOnly day) => day.Year - birth.Year > LastYear;
}
