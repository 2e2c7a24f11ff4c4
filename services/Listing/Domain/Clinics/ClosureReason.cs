namespace NaraVard.Listing.Domain.Clinics;

/// <summary>Why a clinic has closed.</summary>
internal enum ClosureReason
{
    ContractEnded = 1,
    OwnerCloses = 2,
    Merged = 3,
    Bankruptcy = 4,
}
