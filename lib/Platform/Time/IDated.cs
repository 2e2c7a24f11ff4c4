using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Platform.Time;

/// <summary>
/// What applies on some days only: from a first, the calendar's own when it always did, to a last, absent when none
/// is set.
/// </summary>
public interface IDated
{
    /// <summary>The first day.</summary>
    DateOnly From { get; }

    /// <summary>The last day; null when none is set.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "Whoever implements it writes C#.")]
    DateOnly? To { get; }
}
