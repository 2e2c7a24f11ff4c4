using System.ComponentModel.DataAnnotations;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing;

/// <summary>The regions' rules for choice of clinic (section <c>ListingPolicy</c>). All of it is data.</summary>
internal sealed class ListingPolicyOptions : IValidatableObject
{
    /// <summary>Each region's rules, in one version or more.</summary>
    [MaxLength(100)]
    public IReadOnlyList<RegionPolicyOptions> Policies { get; init; } = [];

    /// <summary>When dental examinations are due: of each region and of all others, in one version or more.</summary>
    [MaxLength(100)]
    public IReadOnlyList<RecallOptions> Recalls { get; init; } = [];

    /// <summary>
    /// How many people a doctor is meant for, for regions that have a target of their own; else the national one.
    /// </summary>
    [MaxLength(100)]
    public IReadOnlyList<DoctorTargetOptions> DoctorTargets { get; init; } = [];

    /// <summary>
    /// How often it is looked for free places, closed clinics, and persons who died, moved or have no clinic. Seconds.
    /// </summary>
    [Range(1, 3600)]
    public int StepSeconds { get; init; } = 10;

    /// <summary>Persons that one such look moves at most before the next begins.</summary>
    [Range(1, 10000)]
    public int StepPersonsMax { get; init; } = 500;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var versions in Policies.GroupBy(policy => (policy.Region, policy.From)).Where(one => one.Count() > 1))
            yield return new($"has two policies of region {versions.Key.Region} from the same day", [nameof(Policies)]);
        foreach (var versions in Recalls.GroupBy(rule => (rule.Region, rule.From)).Where(one => one.Count() > 1))
            yield return new($"has two rules of region {versions.Key.Region} from the same day", [nameof(Recalls)]);
        foreach (var versions in DoctorTargets.GroupBy(one => (one.Region, one.From)).Where(one => one.Count() > 1))
            yield return new(
                $"has two targets of region {versions.Key.Region} from the same day", [nameof(DoctorTargets)]);
        foreach (var policy in Policies)
            foreach (var type in Enum.GetValues<ListingType>().Where(type => !policy.Guardians.ContainsKey(type)))
                yield return new($"has no guardians rule for {type} in region {policy.Region}", [nameof(Policies)]);
    }
}

/// <summary>One region's rules for the days on which they apply.</summary>
internal sealed class RegionPolicyOptions
{
    /// <summary>County code, two digits.</summary>
    [Required, RegularExpression("^[0-9]{2}$")]
    public string Region { get; init; } = "";

    /// <summary>The first day.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly From { get; init; }

    /// <summary>The last day; absent when no end is set.</summary>
    [Range(typeof(DateOnly), "2000-01-01", "2999-12-31")]
    public DateOnly? To { get; init; }

    /// <summary>On which day a choice takes effect.</summary>
    public EffectRule Effect { get; init; } = EffectRule.DayAfter;

    /// <summary>Changes within the window, at most.</summary>
    [Range(1, 100)]
    public int ChangesMax { get; init; } = 2;

    /// <summary>The rolling window, ending on the day of the request.</summary>
    [Range(1, 3660)]
    public int ChangeWindowDays { get; init; } = 365;

    /// <summary>Reasons for a change that is not counted.</summary>
    [MaxLength(20)]
    public IReadOnlyList<ChangeReason> ExceptedReasons { get; init; } = [];

    /// <summary>The longest period of one decision on a ceiling; absent when the region sets none.</summary>
    [Range(1, 120)]
    public int? CeilingMonthsMax { get; init; }

    /// <summary>Whether a ceiling must be limited in time.</summary>
    public bool CeilingNeedsLastDay { get; init; }

    /// <summary>Ways of being listed that ceilings do not count.</summary>
    [MaxLength(20)]
    public IReadOnlyList<ListingKind> ExemptKinds { get; init; } = [];

    /// <summary>Children below this age are not counted; 0 for no such rule.</summary>
    [Range(0, 18)]
    public int ExemptUnderAgeYears { get; init; }

    /// <summary>
    /// Whether family at the same address who is listed there exempts: of the same dwelling, or guardian and child.
    /// </summary>
    public bool ExemptsFamily { get; init; }

    /// <summary>Whether being listed ends the person's places in other queues.</summary>
    public bool RelistingClearsQueues { get; init; }

    /// <summary>Days in which one who has left may return without queueing; 0 when never.</summary>
    [Range(0, 365)]
    public int ReturnDays { get; init; }

    /// <summary>Whether the region keeps the queues, and not the clinics.</summary>
    public bool QueueIsCentral { get; init; }

    /// <summary>For each type of care, who decides for a child.</summary>
    [Required, MaxLength(3)]
    public IReadOnlyDictionary<ListingType, GuardiansOptions> Guardians { get; init; } =
        new Dictionary<ListingType, GuardiansOptions>();

    /// <summary>For which care who has not chosen is assigned a clinic; only primary care when none is named.</summary>
    [MaxLength(3)]
    public IReadOnlyList<ListingType> AssignmentTypes { get; init; } = [];

    /// <summary>Among which clinics the nearest is found.</summary>
    public AssignmentArea AssignmentArea { get; init; } = AssignmentArea.Region;

    /// <summary>Whether clinics with a ceiling are passed over when somebody is assigned.</summary>
    public bool AssignmentSkipsCeilings { get; init; }

    /// <summary>Whether a newborn is listed where a guardian is.</summary>
    public bool NewbornAtMothersClinic { get; init; } = true;

    /// <summary>Ages at which somebody may be listed; everybody where a type has none.</summary>
    [MaxLength(20)]
    public IReadOnlyList<AgeWindowOptions> Ages { get; init; } = [];

    public ListingPolicy ToPolicy() => new(Region, From, To)
    {
        Effect = Effect,
        Changes = new(ChangesMax, ChangeWindowDays, ExceptedReasons.ToHashSet()),
        Ceilings = new(CeilingMonthsMax, CeilingNeedsLastDay, ExemptKinds.ToHashSet(), ExemptUnderAgeYears,
            ExemptsFamily),
        Queues = new(RelistingClearsQueues, ReturnDays, QueueIsCentral),
        Guardians = Guardians.ToDictionary(
            one => one.Key, one => new GuardianPolicy(one.Value.Rule, one.Value.SelfFromAgeYears)),
        Assignment = new(AssignmentArea, AssignmentSkipsCeilings, NewbornAtMothersClinic,
            AssignmentTypes.Count > 0 ? AssignmentTypes : [ListingType.PrimaryCare]),
        Ages =
        [
            .. Ages.Select(age => new AgeWindow(age.Type, age.From ?? default, age.To, age.FirstYear, age.LastYear)),
        ],
    };
}

/// <summary>Who decides for a child.</summary>
internal sealed class GuardiansOptions
{
    /// <summary>How many guardians must stand behind a choice.</summary>
    public GuardianRule Rule { get; init; } = GuardianRule.AnyOne;

    /// <summary>From this age the child decides.</summary>
    [Range(0, 18)]
    public int SelfFromAgeYears { get; init; } = 16;
}

/// <summary>Ages at which somebody may be listed for a type of care, counted as reached during the year.</summary>
internal sealed class AgeWindowOptions
{
    /// <summary>For which care.</summary>
    public ListingType Type { get; init; }

    /// <summary>The first day; absent when it always applied.</summary>
    [Range(typeof(DateOnly), "1900-01-01", "2999-12-31")]
    public DateOnly? From { get; init; }

    /// <summary>The last day; absent when no end is set.</summary>
    [Range(typeof(DateOnly), "1900-01-01", "2999-12-31")]
    public DateOnly? To { get; init; }

    /// <summary>From the year in which this age is reached.</summary>
    [Range(0, 130)]
    public int FirstYear { get; init; }

    /// <summary>Through the year in which this age is reached.</summary>
    [Range(0, 130)]
    public int LastYear { get; init; }
}

/// <summary>When dental examinations are due, for each risk group and for the first of all.</summary>
internal sealed class RecallOptions
{
    /// <summary>County code, two digits; absent for every region without a rule of its own.</summary>
    [RegularExpression("^[0-9]{2}$")]
    public string? Region { get; init; }

    /// <summary>The first day; absent when it always applied.</summary>
    [Range(typeof(DateOnly), "1900-01-01", "2999-12-31")]
    public DateOnly? From { get; init; }

    /// <summary>The last day; absent when no end is set.</summary>
    [Range(typeof(DateOnly), "1900-01-01", "2999-12-31")]
    public DateOnly? To { get; init; }

    /// <summary>Risk group 0.</summary>
    [Range(1, 120)]
    public int LowMonths { get; init; } = 24;

    /// <summary>Risk group 1.</summary>
    [Range(1, 120)]
    public int ModerateMonths { get; init; } = 18;

    /// <summary>Risk group 2.</summary>
    [Range(1, 120)]
    public int HighMonths { get; init; } = 12;

    /// <summary>Days after the due day before it is overdue.</summary>
    [Range(0, 365)]
    public int ToleranceDays { get; init; }

    /// <summary>The first examination is due by the end of the year in which this age is reached.</summary>
    [Range(0, 20)]
    public int FirstCallAge { get; init; } = 3;

    /// <summary>Months for the first examination of who was listed, or moved in, late or after that year.</summary>
    [Range(1, 60)]
    public int FirstCallMonths { get; init; } = 6;

    public RecallRule ToRule() => new(Region, From ?? default, To)
    {
        LowMonths = LowMonths,
        ModerateMonths = ModerateMonths,
        HighMonths = HighMonths,
        ToleranceDays = ToleranceDays,
        FirstCallAge = FirstCallAge,
        FirstCallMonths = FirstCallMonths,
    };
}
