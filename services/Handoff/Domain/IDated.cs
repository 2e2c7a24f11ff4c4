namespace NaraVard.Handoff.Domain;

/// <summary>
/// What applies on some days only: from a first, the calendar's own when it always did, to a last, absent when none
/// is set.
/// </summary>
internal interface IDated
{
    DateOnly From { get; }

    DateOnly? To { get; }
}
