using NaraVard.Listing.Domain.Clinics.Hours;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>Which part of the week a time lies in, on Swedish clocks.</summary>
internal enum WeekPart
{
    /// <summary>Monday to Friday, before the evening.</summary>
    Daytime = 1,

    Evening = 2,

    /// <summary>Saturday, Sunday, or a public holiday whatever its weekday.</summary>
    Weekend = 3,
}

/// <summary>Tells the part of the week of a moment.</summary>
internal static class WeekParts
{
    public static WeekPart Of(DateTimeOffset at, int eveningFromHour)
    {
        var local = StockholmTime.Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || SwedishHolidays.IsHoliday(day)
            ? WeekPart.Weekend
            : local.Hour >= eveningFromHour ? WeekPart.Evening : WeekPart.Daytime;
    }
}
