namespace NaraVard.Listing.Domain.Capitation;

/// <summary>What people choose a unit for, and units are paid for by a package of its own (DOMAIN V01).</summary>
internal enum ChoiceSystem
{
    PrimaryCare = 1,

    /// <summary>Dental care of the young.</summary>
    Dental = 2,
}

/// <summary>What is asked of a choice system.</summary>
internal static class ChoiceSystems
{
    /// <summary>What units have an agreement for.</summary>
    public static ListingType ListingType(this ChoiceSystem system) => system switch
    {
        ChoiceSystem.PrimaryCare => Domain.ListingType.PrimaryCare,
        ChoiceSystem.Dental => Domain.ListingType.Dental,
    };
}
