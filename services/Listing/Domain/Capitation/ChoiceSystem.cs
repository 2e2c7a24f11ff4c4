namespace NaraVard.Listing.Domain.Capitation;

/// <summary>What people choose a unit for, and units are paid for by a package of its own (DOMAIN V01).</summary>
internal enum ChoiceSystem
{
    PrimaryCare = 1,

    /// <summary>Dental care of the young.</summary>
    Dental = 2,
}
