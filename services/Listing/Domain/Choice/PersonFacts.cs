using NaraVard.Listing.Domain.Places;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>What the rules of choice need to know of a person.</summary>
internal sealed record PersonFacts
{
    public required PersonKey Key { get; init; }

    public required DateOnly Birth { get; init; }

    public DateOnly? Deceased { get; init; }

    /// <summary>The first day on which the person no longer lives in the region.</summary>
    public DateOnly? MovedOut { get; init; }

    public bool IsProtected { get; init; }

    /// <summary>Four digits; null for who is protected.</summary>
    public string? KommunCode { get; init; }

    /// <summary>Five digits; null when nobody said, and for who is protected.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Null when nobody said, and for who is protected.</summary>
    public Position? Position { get; init; }

    /// <summary>Null when nobody said, and for who is protected.</summary>
    public Guid? Dwelling { get; init; }

    /// <summary>Those who decide for the child on the day.</summary>
    public IReadOnlyList<PersonKey> Guardians { get; init; } = [];

    /// <summary>Whole years on a day.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - Birth.Year;
        return Birth.AddYears(years) > day ? years - 1 : years;
    }
}
