using NaraVard.Identifiers.Persons;

namespace NaraVard.Listing.Domain.Persons;

/// <summary>What the population register says about a person, but for the number and the guardians.</summary>
internal sealed record RegisterEntry
{
    public required DateOnly BirthDate { get; init; }

    /// <summary>Legal sex; null when neither the number nor the register tells it.</summary>
    public Sex? Sex { get; init; }

    public required Protection Protection { get; init; }

    public required Residence Residence { get; init; }

    /// <summary>The first day in the register of this region.</summary>
    public required DateOnly RegisteredFrom { get; init; }

    /// <summary>The first day on which the person no longer lives in the region.</summary>
    public DateOnly? MovedOut { get; init; }

    public DateOnly? Deceased { get; init; }

    public SocialFacts SocialFacts { get; init; }

    /// <summary>The latest change of address.</summary>
    public DateOnly? MovedOn { get; init; }

    /// <summary>The day of coming to Sweden, for who is newly arrived.</summary>
    public DateOnly? ImmigratedOn { get; init; }

    /// <summary>Somebody who does not exist, for tests in production.</summary>
    public bool IsTest { get; init; }
}
