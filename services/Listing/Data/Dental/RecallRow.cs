using NaraVard.Listing.Domain.Dental;

namespace NaraVard.Listing.Data.Dental;

/// <summary>Somebody listed for dental care, and by which day the next examination is due.</summary>
internal sealed class RecallRow
{
    /// <summary>Key of the person.</summary>
    public Guid Person { get; init; }

    /// <summary>HSA-id of the clinic where the person is listed.</summary>
    public string Clinic { get; init; } = "";

    public DateOnly DueOn { get; init; }

    /// <summary>The latest examination; null when there is none.</summary>
    public DateOnly? ExaminedOn { get; init; }

    public RiskGroup? Risk { get; init; }
}
