using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Assigning;

/// <summary>Somebody for whom no rule found a clinic: staff must ask the person.</summary>
internal sealed class UnassignedPerson(
    PersonKey person, ListingType type, string region, string because, DateOnly since)
{
    /// <summary>The register says no position, and no road is measured from the postal code.</summary>
    public const string PositionUnknown = "position-unknown";

    public PersonKey Person { get; private set; } = person;

    public ListingType Type { get; private set; } = type;

    public string Region { get; private set; } = region;

    /// <summary>Why no clinic was found.</summary>
    public string Because { get; private set; } = because;

    public DateOnly Since { get; private set; } = since;
}
