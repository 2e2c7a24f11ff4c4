using System.ComponentModel.DataAnnotations;

namespace NaraVard.Handoff;

/// <summary>What a region and its kommuner decide for themselves (section <c>Handoff</c>). All of it is data.</summary>
internal sealed class HandoffOptions : IValidatableObject
{
    /// <summary>The kommuner that receive handoffs here, in one version each or more. At least one.</summary>
    [Required, MinLength(1), MaxLength(290)]
    public IReadOnlyList<DeskOptions> Desks { get; init; } = [];

    /// <summary>
    /// The candidate rule of each region, with the day it applies from (DOMAIN B9.1; ours, so configurable).
    /// </summary>
    [MaxLength(100)]
    public IReadOnlyList<CandidateRuleOptions> CandidateRules { get; init; } = [];

    /// <summary>The catalogue of preventive actions (DOMAIN E9).</summary>
    [MaxLength(500)]
    public IReadOnlyList<PreventiveActionOptions> PreventiveActions { get; init; } = [];

    /// <summary>How often it is looked for handoffs that nobody took in time, in seconds.</summary>
    [Range(1, 600)]
    public int OverdueCheckSeconds { get; init; } = 5;

    /// <summary>Days after a homecoming when the kommun should follow up.</summary>
    [Range(1, 90)]
    public int FollowUpAfterDays { get; init; } = 3;

    /// <summary>Days after an answer within which a homecoming belongs to it.</summary>
    [Range(1, 365)]
    public int FollowUpWithinDays { get; init; } = 30;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Desks
        .GroupBy(desk => (desk.KommunCode, desk.From))
        .Where(versions => versions.Count() > 1)
        .Select(versions => new ValidationResult(
            $"has two desks of kommun {versions.Key.KommunCode} from the same day", [nameof(Desks)]));
}
