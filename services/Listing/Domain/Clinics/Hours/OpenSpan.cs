using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Clinics.Hours;

/// <summary>
/// One line of opening hours as HSA writes it: <c>1-5#08:00#16:00#comment</c>, Monday 1 to Sunday 7, until the second
/// time and not at it; 24:00 is the end of the day. What the comment says ("Udda veckor") is for people only.
/// </summary>
internal sealed record OpenSpan
{
    private const int CommentMax = 200;
    private const int MinutesOfDay = 24 * 60;

    private static readonly Text Format = new(
        "Skriv öppettiden som 1-5#08:00#16:00#kommentar.", "Write opening hours as 1-5#08:00#16:00#comment.");

    private static readonly Text Order = new(
        "Öppettiden slutar efter att den börjar, senast 24:00. Dela den som går över midnatt i två.",
        "Opening hours end after they begin, by 24:00. Divide those that go past midnight in two.");

    private OpenSpan(int firstDay, int lastDay, int from, int to, string comment) =>
        (FirstDay, LastDay, FromMinute, ToMinute, Comment) = (firstDay, lastDay, from, to, comment);

    /// <summary>1 is Monday.</summary>
    public int FirstDay { get; }

    /// <summary>7 is Sunday.</summary>
    public int LastDay { get; }

    /// <summary>Minutes after midnight, on Swedish clocks.</summary>
    public int FromMinute { get; }

    /// <summary>Minutes after midnight, 1440 at most; the first minute in which it is closed.</summary>
    public int ToMinute { get; }

    public string Comment { get; }

    /// <summary>Reads a line; what is wrong with it otherwise, with nothing of the line.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out OpenSpan? span, [NotNullWhen(false)] out Violation? fault)
    {
        (span, fault) = (null, null);
        var parts = (text ?? "").Trim().Split('#', 4);
        if (parts.Length < 3 || !TryDays(parts[0], out var first, out var last)
            || !TryMinute(parts[1], out var from) || !TryMinute(parts[2], out var to)
            || (parts.Length == 4 && parts[3].Length > CommentMax))
            fault = new("", "opening-hours-format", Format);
        else if (first > last || from >= to)
            fault = new("", "opening-hours-order", Order);
        else
            span = new(first, last, from, to, parts.Length == 4 ? parts[3].Trim() : "");
        return span is not null;
    }

    public bool Covers(DayOfWeek day) => Number(day) >= FirstDay && Number(day) <= LastDay;

    /// <summary>
    /// The moments of a day from which and until which it is open: none when the clocks jump over it in spring.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset Until) On(DateOnly day) => (At(day, FromMinute), At(day, ToMinute));

    /// <summary>The line as HSA writes it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Days()}#{FromMinute / 60:00}:{FromMinute % 60:00}#{ToMinute / 60:00}:{ToMinute % 60:00}#{Comment}");

    private static DateTimeOffset At(DateOnly day, int minute) => minute == MinutesOfDay
        ? StockholmTime.StartOf(day.AddDays(1))
        : StockholmTime.At(day, new(minute / 60, minute % 60));

    private string Days() => FirstDay == LastDay
        ? FirstDay.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{FirstDay}-{LastDay}");

    private static int Number(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;

    private static bool TryDays(string text, out int first, out int last)
    {
        (first, last) = (0, 0);
        return text.Length switch
        {
            1 => IsDay(text[0], out first) && IsDay(text[0], out last),
            3 => text[1] == '-' && IsDay(text[0], out first) && IsDay(text[2], out last),
            _ => false,
        };
    }

    private static bool IsDay(char c, out int day)
    {
        day = c - '0';
        return c is >= '1' and <= '7';
    }

    private static bool TryMinute(string text, out int minute)
    {
        minute = 0;
        if (text.Length != 5 || text[2] != ':' || !TryTwo(text[..2], out var hours) || !TryTwo(text[3..], out var rest))
            return false;
        minute = hours * 60 + rest;
        return rest < 60 && minute <= MinutesOfDay;
    }

    private static bool TryTwo(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
