using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>What may be ended, by whom and why.</summary>
internal static class EndingRules
{
    /// <summary>Why it cannot be ended at all; null when it can, for some reason.</summary>
    public static RuleViolation? Obstacle(ListingState state, bool isByStaff) => state switch
    {
        _ when ListingSteps.After(state, ListingStep.End) is null => Refusals.ListingEnded(),
        ListingState.Queued => null,
        _ => isByStaff ? null : Refusals.EndingNeedsStaff(),
    };

    /// <summary>As above, for this reason: a queue is left by withdrawing, and a listing never is.</summary>
    public static RuleViolation? Obstacle(ListingState state, EndReason reason, bool isByStaff) =>
        Obstacle(state, isByStaff) ?? (state, reason) switch
        {
            (ListingState.Queued, EndReason.Withdrawn) => null,
            (ListingState.Queued, _) => Refusals.StillQueued(),
            (_, EndReason.Withdrawn) => Refusals.NotQueued(),
            _ => null,
        };
}
