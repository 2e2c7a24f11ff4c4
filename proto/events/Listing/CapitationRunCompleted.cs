namespace NaraVard.Events.Listing;

/// <summary>A month's payment has been signed off: it is final.</summary>
public sealed record CapitationRunCompleted
{
    /// <summary>The run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Whose it is, such as <c>region:17</c>.</summary>
    public required string Region { get; init; }

    /// <summary>What it is for, as its code in the code list choice-system.</summary>
    public required string ChoiceSystem { get; init; }

    /// <summary>The month, year-month.</summary>
    public required string Month { get; init; }

    /// <summary>What is paid, in kronor.</summary>
    public required decimal Total { get; init; }

    /// <summary>The run that it corrects; absent for the month's first.</summary>
    public Guid? CorrectsRunId { get; init; }

    /// <summary>When it was signed off (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
