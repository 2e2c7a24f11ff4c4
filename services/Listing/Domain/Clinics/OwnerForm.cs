namespace NaraVard.Listing.Domain.Clinics;

/// <summary>Who runs a clinic.</summary>
internal enum OwnerForm
{
    /// <summary>The region itself.</summary>
    Own = 1,

    /// <summary>Somebody else, under a contract (LOV).</summary>
    Private = 2,
}
