using NaraVard.Listing.Domain.Clinics.Hours;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Tests.Domain.Clinics.Hours;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Weekdays = Hours(["1-5#08:00#16:00#"], ["1-7#10:00#14:00#Helgöppet"]);

    [Theory]
    [InlineData("2026-11-20", "07:59", false)]
    [InlineData("2026-11-20", "08:00", true)]
    [InlineData("2026-11-20", "15:59", true)]
    [InlineData("2026-11-20", "16:00", false)]
    [InlineData("2026-11-22", "10:00", false)]
    public void Is_open_from_the_first_minute_until_the_last_and_not_at_it(string day, string time, bool isOpen) =>
        Assert.Equal(isOpen, Weekdays.IsOpen(At(day, time)));

    [Fact]
    public void Twenty_four_is_the_end_of_the_day()
    {
        var always = Hours(["1-7#00:00#24:00#"], ["1-7#00:00#24:00#"]);

        Assert.True(always.IsOpen(At("2026-11-20", "23:59")));
        Assert.True(always.IsOpen(At("2026-11-21", "00:00")));
    }

    [Theory]
    [InlineData("2026-12-25", "09:00", false)]
    [InlineData("2026-12-25", "10:00", true)]
    [InlineData("2026-12-24", "15:00", false)]
    public void Holiday_hours_hold_on_holidays_instead_of_the_ordinary(string day, string time, bool isOpen) =>
        Assert.Equal(isOpen, Weekdays.IsOpen(At(day, time)));

    [Fact]
    public void Without_holiday_hours_it_is_closed_on_holidays() =>
        Assert.False(Hours(["1-7#00:00#24:00#"], []).IsOpen(At("2026-12-25", "12:00")));

    [Theory]
    [InlineData("2026-11-20", "16:00", "2026-11-23", "08:00")]
    [InlineData("2026-11-20", "07:00", "2026-11-20", "08:00")]
    [InlineData("2026-12-24", "15:00", "2026-12-25", "10:00")]
    public void Knows_when_it_opens_next(string day, string time, string opensDay, string opensTime) =>
        Assert.Equal(At(opensDay, opensTime), Weekdays.NextOpening(At(day, time)));

    [Fact]
    public void Who_has_no_hours_never_opens() => Assert.Null(OpeningHours.None.NextOpening(At("2026-11-20", "12:00")));

    [Fact]
    public void Opens_when_the_clock_jumps_past_the_opening()
    {
        var early = Hours(["7#02:30#06:00#"], []);

        var opens = early.NextOpening(At("2026-03-28", "12:00"));

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), opens);
        Assert.True(early.IsOpen(opens!.Value));
    }

    [Fact]
    public void What_opens_next_is_open_then_and_closed_just_before()
    {
        var random = new Random(4711);
        for (var i = 0; i < 500; i++)
        {
            var at = At("2026-01-01", "00:00").AddMinutes(random.Next(0, 365 * 24 * 60));
            var opens = Weekdays.NextOpening(at);

            Assert.True(opens > at && Weekdays.IsOpen(opens.Value) && !Weekdays.IsOpen(opens.Value.AddSeconds(-1)));
        }
    }

    private static OpeningHours Hours(string[] ordinary, string[] holiday) =>
        new([.. ordinary.Select(Span)], [.. holiday.Select(Span)]);

    private static OpenSpan Span(string text) =>
        OpenSpan.TryParse(text, out var span, out _) ? span : throw new ArgumentException(text, nameof(text));

    private static DateTimeOffset At(string day, string time) =>
        StockholmTime.At(DateOnly.Parse(day, null), TimeOnly.Parse(time, null));
}
