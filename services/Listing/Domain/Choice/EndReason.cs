namespace NaraVard.Listing.Domain.Choice;

/// <summary>Why a listing, or a place in a queue, ended (DOMAIN B2.3).</summary>
internal enum EndReason
{
    /// <summary>Another clinic was chosen.</summary>
    Relisted = 1,
    MovedOut = 2,
    Deceased = 3,
    ProviderClosed = 4,
    ContractEnded = 5,
    ErrorCorrection = 6,
    ProtectedIdentityTransfer = 7,

    /// <summary>The person left the queue.</summary>
    Withdrawn = 8,

    /// <summary>The person has passed the last age of the care.</summary>
    AgedOut = 9,
}
