using System.ComponentModel.DataAnnotations;

namespace NaraVard.Platform.Telemetry;

/// <summary>Where telemetry goes (section <c>Telemetry</c>). Metrics are always at <c>/metrics</c>.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>An OpenTelemetry collector (gRPC) that takes traces and metrics; empty for none.</summary>
    public string OtlpEndpoint { get; init; } = "";

    /// <summary>The part of traces that is kept when the caller has not decided.</summary>
    [Range(0, 1)]
    public double TraceRatio { get; init; } = 1;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint.Length > 0 && !Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out _))
            yield return new("must be an absolute address", [nameof(OtlpEndpoint)]);
    }
}
