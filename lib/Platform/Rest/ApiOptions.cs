using System.ComponentModel.DataAnnotations;

namespace NaraVard.Platform.Rest;

/// <summary>What a deployment says about its APIs (section <c>Api</c>): DIGG's REST profile asks for it.</summary>
public sealed class ApiOptions : IValidatableObject
{
    /// <summary>The day from which this version is in use.</summary>
    public string Released { get; init; } = "2026-01-01";

    /// <summary>
    /// One of the profile's words: <c>alpha</c>, <c>beta</c>, <c>active</c>, <c>deprecated</c>, <c>decommissioned</c>.
    /// </summary>
    [AllowedValues("alpha", "beta", "active", "deprecated", "decommissioned")]
    public string Status { get; init; } = "active";

    /// <summary>Where people read about the API; empty for the API's own OpenAPI document.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>Who answers questions about the API.</summary>
    [Required]
    public string ContactName { get; init; } = "NaraVard";

    /// <summary>Mail address for questions; empty for none.</summary>
    [StringLength(200)]
    public string ContactMail { get; init; } = "";

    /// <summary>The promised service level, in words; empty for none.</summary>
    [StringLength(1000)]
    public string ServiceLevel { get; init; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!DateOnly.TryParseExact(Released, "O", out _))
            yield return new("is a day, year-month-day", [nameof(Released)]);
        if (Documentation.Length > 0 && !Uri.TryCreate(Documentation, UriKind.Absolute, out _))
            yield return new("must be an absolute address", [nameof(Documentation)]);
    }
}
