namespace NaraVard.Listing.Domain;

/// <summary>What somebody is listed for. Each type is chosen, and paid for, by itself.</summary>
internal enum ListingType
{
    PrimaryCare = 1,

    /// <summary>Child health care (BVC).</summary>
    ChildHealth = 2,

    Dental = 3,
}
