using NaraVard.Identifiers;

namespace NaraVard.Listing.Domain.Places;

/// <summary>How far it is by road from a postal code to a clinic: an entry of the region's matrix.</summary>
internal sealed class RoadDistance(string postalCode, HsaId clinic, int meters)
{
    /// <summary>Five digits.</summary>
    public string PostalCode { get; private set; } = postalCode;

    public HsaId Clinic { get; private set; } = clinic;

    public int Meters { get; private set; } = meters;
}
