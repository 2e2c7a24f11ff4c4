using NaraVard.Identifiers.Persons;

namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>
/// Points by age and sex, at a price a point: listing by age, child health care, dental care of the young, the newly
/// arrived, and a responsibility for all children of an area, listed or not.
/// </summary>
internal sealed record PerPerson(string Code, IReadOnlyList<AgeBand> Bands, AgeKind AgeKind, Price? Price)
    : Component(Code)
{
    /// <summary>Only those who came to Sweden less than so many whole years ago; null for all.</summary>
    public int? ArrivedWithinYears { get; init; }

    /// <summary>Paid for the children enrolled at the unit's child health care, instead of who is listed.</summary>
    public bool IsChildHealth { get; init; }

    /// <summary>Paid for who lives in the unit's area instead of who is listed; null for the listed.</summary>
    public IReadOnlyList<Area>? Areas { get; init; }

    public override bool TakesRest => Price is null;

    public override IEnumerable<Share> Shares(Course course)
    {
        var snapshot = course.Snapshot;
        if (Areas is null)
            return Each(course, Price, unit => Points(snapshot.Of(
                IsChildHealth ? Population.ChildHealth : Population.Listed, unit.Id)));
        var homes = snapshot.Places(Population.Residents).ToLookup(Area.UnitOf(Areas));
        return Each(course, Price, unit =>
            homes[unit.Id].Sum(postalCode => Points(snapshot.Of(Population.Residents, postalCode))));
    }

    private decimal Points(IEnumerable<Cell> cells) => cells
        .Where(cell => ArrivedWithinYears is not { } years || cell.ArrivedYears < years)
        .Sum(cell => cell.Persons * PointsOf(AgeKind == AgeKind.Turning ? cell.Turning : cell.Age, cell.Sex));

    private decimal PointsOf(int age, Sex? sex) => Bands.FirstOrDefault(band => band.Holds(age, sex))?.Points ?? 0;
}

/// <summary>The points of one person.</summary>
/// <param name="From">The youngest, in whole years.</param>
/// <param name="To">The oldest; null when there is none.</param>
/// <param name="Sex">Null for all; who has no known sex is in these alone.</param>
internal sealed record AgeBand(int From, int? To, Sex? Sex, decimal Points)
{
    public bool Holds(int age, Sex? sex) => From <= age && !(To < age) && (Sex is null || Sex == sex);

    /// <summary>Whether somebody can be in both.</summary>
    public bool Overlaps(AgeBand other) =>
        From <= (other.To ?? int.MaxValue) && other.From <= (To ?? int.MaxValue)
        && (Sex is null || other.Sex is null || Sex == other.Sex);
}

/// <summary>How age is counted.</summary>
internal enum AgeKind
{
    /// <summary>On the day of the snapshot.</summary>
    Completed = 1,

    /// <summary>At the end of that year, as dental care counts (tandvårdslagen 7 §).</summary>
    Turning = 2,
}

/// <summary>What a unit is responsible for.</summary>
/// <param name="PostalCodes">Postal codes, or how they begin. The longest that fits decides.</param>
internal sealed record Area(string Unit, IReadOnlyList<string> PostalCodes)
{
    /// <summary>Finds the unit of a postal code; the empty text when it is nobody's.</summary>
    public static Func<string, string> UnitOf(IEnumerable<Area> areas)
    {
        var units = areas.SelectMany(area => area.PostalCodes.Select(start => (start, area.Unit)))
            .ToDictionary(pair => pair.start, pair => pair.Unit);
        return postalCode => Enumerable.Range(0, postalCode.Length)
            .Select(cut => units.GetValueOrDefault(postalCode[..^cut])).FirstOrDefault(unit => unit is not null) ?? "";
    }
}
