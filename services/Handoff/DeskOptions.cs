using System.ComponentModel.DataAnnotations;

namespace NaraVard.Handoff;

/// <summary>One version of a kommun's desk. The next begins on its own first day.</summary>
internal sealed class DeskOptions
{
    /// <summary>The kommun, four digits (SCB).</summary>
    [Required, RegularExpression(@"^\d{4}$")]
    public string KommunCode { get; init; } = "";

    /// <summary>The first day it applies; absent when it always has.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly? From { get; init; }

    /// <summary>The last day it applies; absent while no end is set. After it the kommun has no desk.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly? To { get; init; }

    /// <summary>The desk's name, as people know it.</summary>
    [Required, MaxLength(120)]
    public string Name { get; init; } = "";

    /// <summary>The desk's telephone.</summary>
    [Required, MaxLength(40)]
    public string Phone { get; init; } = "";

    /// <summary>When it is open, in Swedish wall-clock time.</summary>
    [Required, MinLength(1), MaxLength(50)]
    public IReadOnlyList<OpenOptions> Open { get; init; } = [];

    /// <summary>Days when it is closed all the same.</summary>
    [MaxLength(400)]
    public IReadOnlyList<DateOnly> ClosedDays { get; init; } = [];

    /// <summary>Minutes of opening time within which a handoff should be taken (DOMAIN W06).</summary>
    [Range(1, 24 * 60)]
    public int AcknowledgeMinutes { get; init; } = 15;
}

/// <summary>The same opening on one or several weekdays.</summary>
internal sealed class OpenOptions
{
    /// <summary>The weekdays, in English: <c>Monday</c>.</summary>
    [Required, MinLength(1), MaxLength(7)]
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>From this time, Swedish wall clock.</summary>
    [Range(typeof(TimeOnly), "00:00", "23:58")]
    public TimeOnly From { get; init; } = new(8, 0);

    /// <summary>To this time the same day, Swedish wall clock.</summary>
    [Range(typeof(TimeOnly), "00:01", "23:59")]
    public TimeOnly To { get; init; } = new(16, 30);
}

/// <summary>One version of a region's candidate rule.</summary>
internal sealed class CandidateRuleOptions
{
    /// <summary>The region: <c>region:17</c>.</summary>
    [Required, RegularExpression(@"^region:\d{2}$")]
    public string Organisation { get; init; } = "";

    /// <summary>The first day it applies.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly From { get; init; }

    /// <summary>The last day it applies; absent while no end is set. After it nothing is calculated.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly? To { get; init; }

    /// <summary>Old enough from this age in years.</summary>
    [Range(18, 120)]
    public int AgeYearsMin { get; init; } = 75;

    /// <summary>Frail enough from this step of the clinical frailty scale, 1 to 9.</summary>
    [Range(1, 9)]
    public int FrailtyMin { get; init; } = 5;
}

/// <summary>One preventive action of the catalogue.</summary>
internal sealed class PreventiveActionOptions
{
    /// <summary>Stable kebab-case code.</summary>
    [Required, RegularExpression("^[a-z0-9-]{2,60}$")]
    public string Code { get; init; } = "";

    /// <summary>Swedish name.</summary>
    [Required, MaxLength(120)]
    public string Sv { get; init; } = "";

    /// <summary>English name.</summary>
    [Required, MaxLength(120)]
    public string En { get; init; } = "";

    /// <summary>The first day it may be chosen; absent when it always could.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly? From { get; init; }

    /// <summary>The last day it may be chosen; absent when no end is set.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly? To { get; init; }
}
