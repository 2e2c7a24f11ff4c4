using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Policy;

/// <summary>One region's rules for choice of clinic, for the days on which they apply (DOMAIN B2.2).</summary>
internal sealed record ListingPolicy(string Region, DateOnly From, DateOnly? To) : IDated
{
    private const int AgeMax = 130;

    public required EffectRule Effect { get; init; }

    public required ChangeRule Changes { get; init; }

    public required CeilingRule Ceilings { get; init; }

    public required QueueRule Queues { get; init; }

    /// <summary>For each type of care.</summary>
    public required IReadOnlyDictionary<ListingType, GuardianPolicy> Guardians { get; init; }

    public required AssignmentRule Assignment { get; init; }

    public required IReadOnlyList<AgeWindow> Ages { get; init; }

    /// <summary>The rules of a region on a day. Without any, nothing is decided.</summary>
    public static ListingPolicy For(string region, DateOnly day, IEnumerable<ListingPolicy> policies) =>
        policies.Where(policy => policy.Region == region).On(day) ?? throw Refusals.PolicyMissing();

    /// <summary>The first day of what is chosen on a day.</summary>
    public DateOnly EffectOf(DateOnly day) => Effect switch
    {
        EffectRule.SameDay => day,
        EffectRule.DayAfter => day.AddDays(1),
        EffectRule.FirstOfMonth => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
    };

    /// <summary>
    /// Whether somebody of this birth date may be listed on the day. Who has treatment that was begun, or decided to be
    /// free, under older rules is still measured by those (lag 2024:1099, transition).
    /// </summary>
    public bool AllowsAge(ListingType type, DateOnly birth, DateOnly day, bool hasTransition = false)
    {
        var windows = Ages.Where(window => window.Type == type).ToList();
        return windows.Count == 0
            || windows.On(day)?.Includes(birth, day) == true
            || (hasTransition && windows.Exists(window => window.To < day && window.Includes(birth, day)));
    }

    /// <summary>
    /// The first day on which somebody is past the last age, when that is so on the day; otherwise null. Until rules
    /// for the day are written nobody is.
    /// </summary>
    public DateOnly? AgedOutOn(ListingType type, DateOnly birth, DateOnly day, bool hasTransition = false)
    {
        var turns = Enumerable.Range(birth.Year, day.Year - birth.Year + 1).Select(year => new DateOnly(year, 1, 1))
            .Concat(Ages.Where(window => window.Type == type).Select(window => window.From))
            .Where(turn => turn <= day).OrderDescending();
        return IsPastAge(type, birth, day, hasTransition)
            ? turns.TakeWhile(turn => IsPastAge(type, birth, turn, hasTransition)).Last()
            : null;
    }

    /// <summary>The birth years of those who may be listed on the day.</summary>
    public int[] BirthYears(ListingType type, DateOnly day, bool hasTransition = false) =>
        Years(day, birth => AllowsAge(type, birth, day, hasTransition));

    /// <summary>The birth years of those who are past the last age on the day.</summary>
    public int[] AgedOutYears(ListingType type, DateOnly day, bool hasTransition = false) =>
        Years(day, birth => IsPastAge(type, birth, day, hasTransition));

    private bool IsPastAge(ListingType type, DateOnly birth, DateOnly day, bool hasTransition) =>
        Ages.Where(window => window.Type == type).On(day)?.IsPast(birth, day) == true
        && !AllowsAge(type, birth, day, hasTransition);

    private static int[] Years(DateOnly day, Func<DateOnly, bool> holds) =>
        [.. Enumerable.Range(day.Year - AgeMax, AgeMax + 1).Where(year => holds(new(year, 1, 1)))];
}
