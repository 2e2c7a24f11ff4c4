namespace NaraVard.Listing.Domain.Choice;

/// <summary>The whole transition table of a choice of clinic (DOMAIN B2.3).</summary>
internal static class ListingSteps
{
    /// <summary>The state after the step; null when it cannot be taken.</summary>
    public static ListingState? After(ListingState state, ListingStep step) => (state, step) switch
    {
        (ListingState.Requested, ListingStep.Queue) => ListingState.Queued,
        (ListingState.Requested, ListingStep.Accept) => ListingState.Accepted,
        (ListingState.Requested, ListingStep.Refuse) => ListingState.Refused,
        (ListingState.Queued, ListingStep.Accept) => ListingState.Accepted,
        (ListingState.Queued, ListingStep.End) => ListingState.Ended,
        (ListingState.Accepted, ListingStep.Begin) => ListingState.Active,
        (ListingState.Accepted, ListingStep.End) => ListingState.Ended,
        (ListingState.Active, ListingStep.End) => ListingState.Ended,
        _ => null,
    };
}

/// <summary>What may happen to a choice of clinic.</summary>
internal enum ListingStep
{
    Queue,
    Accept,
    Refuse,

    /// <summary>The first day comes.</summary>
    Begin,
    End,
}
