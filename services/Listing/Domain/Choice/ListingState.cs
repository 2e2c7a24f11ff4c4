namespace NaraVard.Listing.Domain.Choice;

/// <summary>How far a choice of clinic has come (DOMAIN B2.3). Requested and refused are never stored.</summary>
internal enum ListingState
{
    Queued = 1,

    /// <summary>The place is given; the first day is not yet there.</summary>
    Accepted = 2,
    Active = 3,
    Ended = 4,
    Requested = 5,
    Refused = 6,
}
