namespace NaraVard.Listing.Domain.Choice;

/// <summary>How somebody came to be listed (DOMAIN B2.3).</summary>
internal enum ListingKind
{
    /// <summary>Own choice.</summary>
    Active = 1,

    /// <summary>Assigned, since nothing was chosen.</summary>
    Passive = 2,

    /// <summary>Born to somebody who is listed there.</summary>
    Newborn = 3,

    MovedIn = 4,

    /// <summary>Moved by the region, since the clinic closed.</summary>
    Transferred = 5,

    /// <summary>Lives in another region (utomlän).</summary>
    OutOfRegion = 6,

    /// <summary>Lives in an institution that the clinic looks after (SÄBO).</summary>
    Institution = 7,
}
