namespace NaraVard.Listing.Domain.Capitation;

/// <summary>A unit that is paid.</summary>
/// <param name="Id">Its HSA-id.</param>
internal sealed record Unit(string Id, UnitOwner Owner);

/// <summary>Who runs a unit, as far as payment asks.</summary>
internal enum UnitOwner
{
    /// <summary>The region's own hälsocentral or sjukstuga.</summary>
    Region = 1,

    /// <summary>A private unit with a contract.</summary>
    Private = 2,

    /// <summary>The region's own dental care (folktandvård).</summary>
    PublicDental = 3,
}
