using NaraVard.Identifiers.Persons;

namespace NaraVard.Listing.Domain.Capitation;

/// <summary>How many persons of one kind there were on the day of a snapshot; never who.</summary>
/// <param name="Place">
/// Where they are: the unit that they are listed at, or the postal code that they live in.
/// </param>
/// <param name="Age">Whole years on the day.</param>
/// <param name="Turning">Whole years at the end of the day's year.</param>
/// <param name="Sex">Null when nobody knows.</param>
/// <param name="ArrivedYears">
/// Whole years since they came to Sweden; <see cref="ArrivedLongAgo"/> for all others.
/// </param>
internal readonly record struct Cell(
    Population Population, string Place, int Age, int Turning, Sex? Sex, int ArrivedYears, int Persons)
{
    /// <summary>From so many years on nobody is newly arrived.</summary>
    public const int ArrivedLongAgo = 5;

    /// <summary>How many of them the care need index counts, for what neither age nor residence tells.</summary>
    public SocialCounts Social { get; init; }
}

/// <summary>How many persons of a cell there is a fact about (DOMAIN B3.3).</summary>
internal readonly record struct SocialCounts(
    int LivesAlone, int BornAbroad, int Unemployed, int SingleParents, int LowEducation, int MovedLastYear);

/// <summary>Whom a cell counts.</summary>
internal enum Population
{
    /// <summary>Those listed at a unit.</summary>
    Listed = 1,

    /// <summary>Children and young who live somewhere, listed or not.</summary>
    Residents = 2,

    /// <summary>Children enrolled at a unit's child health care (BVC).</summary>
    ChildHealth = 3,
}
