namespace NaraVard.Listing.Domain.Policy;

/// <summary>Among which clinics the nearest is found for who has not chosen.</summary>
internal enum AssignmentArea
{
    /// <summary>Those of the person's kommun, where there are any; otherwise all.</summary>
    Kommun = 1,
    Region = 2,
}
