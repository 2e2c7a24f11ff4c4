namespace NaraVard.Events.Handoff;

/// <summary>
/// What the kommun answers the region: all that may cross the border, and nothing of the social file
/// (social-services secrecy, OSL chapter 26). A field more needs a decision record.
/// </summary>
public sealed record HandoffAnswered : IBorderEvent
{
    /// <summary>The organisation that asked: <c>region:17</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>The handoff, by the id that the sender chose.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The kind, as its code in the code list handoff-outcome.</summary>
    public required string OutcomeKind { get; init; }

    /// <summary>When help begins, if it does.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Whom to call at the kommun: name.</summary>
    public string? ContactName { get; init; }

    /// <summary>Whom to call at the kommun: telephone.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
