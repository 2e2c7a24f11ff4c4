namespace NaraVard.Handoff.Domain;

/// <summary>
/// What forwarding means for each field of the contract. A field that is in none of the three lists fails a test, so
/// that nobody adds one without deciding whether it may cross to another kommun.
/// </summary>
internal static class ForwardPreview
{
    /// <summary>The ER's disclosure, which the consent covers.</summary>
    public static readonly string[] Copied =
        ["handoffId", "version", "person", "consent", "need", "nextOfKin", "erContact", "erUnit", "receivers"];

    /// <summary>What the new desk makes anew.</summary>
    public static readonly string[] NeedsMapping =
    [
        "kommunCode", "state", "receivedAt", "dueAt", "isOverdue", "acknowledgedBy", "acknowledgedAt", "allowedActions",
    ];

    /// <summary>
    /// The present kommun's own work: social-services secrecy holds between kommuner too (OSL 26:1, 8:1).
    /// </summary>
    public static readonly string[] NotCopied =
        ["startedAt", "hasInvestigation", "outcome", "answeredAt", "closedAt", "endReason", "history"];
}
