namespace NaraVard.Listing.Domain.Choice;

/// <summary>Why somebody chooses. The region's policy says which are excepted from the two changes a year.</summary>
internal enum ChangeReason
{
    OwnWish = 1,

    /// <summary>The person has moved.</summary>
    Relocation = 2,
    ProviderClosed = 3,
    UnitMerged = 4,

    /// <summary>The listing that is left was a mistake over a ceiling.</summary>
    CeilingError = 5,

    /// <summary>Särskilda skäl, as the region has decided in the case.</summary>
    SpecialReasons = 6,
}
