namespace NaraVard.Listing.Domain.Policy;

/// <summary>On which day a choice takes effect.</summary>
internal enum EffectRule
{
    SameDay = 1,
    DayAfter = 2,

    /// <summary>The first of the next month.</summary>
    FirstOfMonth = 3,
}
