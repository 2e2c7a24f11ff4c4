using System.ComponentModel.DataAnnotations;

namespace NaraVard.Listing;

/// <summary>How times are published, booked and cancelled (section <c>Booking</c>).</summary>
internal sealed class BookingOptions
{
    /// <summary>
    /// So long before a time the person may cancel it at the latest; the clinic may until it begins. Hours.
    /// </summary>
    [Range(0, 336)]
    public int CancelHours { get; init; } = 24;

    /// <summary>So far ahead times are published at most. Days.</summary>
    [Range(1, 1100)]
    public int AheadDaysMax { get; init; } = 400;

    /// <summary>The hour, on Swedish clocks, from which a time on Monday to Friday is in the evening.</summary>
    [Range(12, 23)]
    public int EveningFromHour { get; init; } = 17;
}
