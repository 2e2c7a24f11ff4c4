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

    /// <summary>In autumn the clocks show 02:00–03:00 twice: what opened by then stays open.</summary>
    [Theory]
    [InlineData("7#02:30#06:00#", 24, 29, false)]
    [InlineData("7#02:30#06:00#", 24, 30, true)]
    [InlineData("7#02:30#06:00#", 25, 5, true)]
    [InlineData("7#02:30#06:00#", 28, 59, true)]
    [InlineData("7#02:30#06:00#", 29, 0, false)]
    [InlineData("7#00:00#02:30#", 24, 29, true)]
    [InlineData("7#00:00#02:30#", 25, 29, false)]
    [InlineData("7#00:00#03:00#", 25, 59, true)]
    [InlineData("7#00:00#03:00#", 26, 0, false)]
    public void Opens_once_in_the_night_when_an_hour_comes_twice(string line, int hour, int minute, bool isOpen) =>
        Assert.Equal(isOpen, Hours([line], []).IsOpen(
            new DateTimeOffset(2026, 10, 24, 0, minute, 0, TimeSpan.Zero).AddHours(hour)));

    [Fact]
    public void Does_not_open_for_hours_that_the_clocks_jump_over()
    {
        var skipped = Hours(["7#02:00#03:00#"], []);

        Assert.False(skipped.IsOpen(new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero)));
        Assert.Equal(At("2026-04-12", "02:00"), skipped.NextOpening(At("2026-03-28", "12:00")));
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-11-22", 24)]
    public void Round_the_clock_is_every_minute_of_a_day_however_long(string day, int hours)
    {
        var always = Hours(["1-7#00:00#24:00#"], ["1-7#00:00#24:00#"]);
        var midnight = At(day, "00:00");

        Assert.All(Enumerable.Range(0, hours * 60), minute => Assert.True(always.IsOpen(midnight.AddMinutes(minute))));
        Assert.Equal(DateOnly.Parse(day, null).AddDays(1), StockholmTime.DayOf(midnight.AddHours(hours)));
    }

    [Theory]
    [InlineData("2026-11-20", "21:59", false)]
    [InlineData("2026-11-20", "22:00", true)]
    [InlineData("2026-11-21", "00:00", true)]
    [InlineData("2026-11-21", "01:59", true)]
    [InlineData("2026-11-21", "02:00", false)]
    [InlineData("2026-11-21", "22:00", false)]
    public void What_goes_past_midnight_is_two_lines(string day, string time, bool isOpen)
    {
        var late = Hours(["5#22:00#24:00#", "6#00:00#02:00#"], []);

        Assert.Equal(isOpen, late.IsOpen(At(day, time)));
    }

    [Theory]
    [InlineData("2026-06-19", "11:00", true)]
    [InlineData("2026-06-19", "08:00", false)]
    [InlineData("2026-12-24", "11:00", true)]
    [InlineData("2026-12-24", "15:59", false)]
    [InlineData("2026-12-31", "11:00", true)]
    [InlineData("2027-01-01", "11:00", true)]
    [InlineData("2026-04-04", "11:00", false)]
    [InlineData("2026-05-15", "08:00", true)]
    [InlineData("2026-12-23", "15:59", true)]
    public void The_three_eves_have_holiday_hours_and_other_days_before_holidays_their_own(
        string day, string time, bool isOpen) => Assert.Equal(isOpen, Weekdays.IsOpen(At(day, time)));

    [Fact]
    public void A_holiday_takes_a_late_evening_from_midnight_on()
    {
        var late = Hours(["3-4#20:00#24:00#", "4-5#00:00#02:00#"], []);

        Assert.True(late.IsOpen(At("2026-12-23", "23:59")));
        Assert.False(late.IsOpen(At("2026-12-24", "00:00")));
    }

    [Fact]
    public void What_a_comment_says_closes_nothing()
    {
        var odd = Hours(["1-7#08:00#16:00#Udda veckor"], []);

        Assert.True(odd.IsOpen(At("2026-11-16", "12:00")));
        Assert.True(odd.IsOpen(At("2026-11-23", "12:00")));
        Assert.Equal("Udda veckor", odd.Ordinary[0].Comment);
    }

    [Fact]
    public void Is_open_through_the_last_tick_before_its_end()
    {
        Assert.True(Weekdays.IsOpen(At("2026-11-20", "16:00").AddTicks(-1)));
        Assert.False(Weekdays.IsOpen(At("2026-11-20", "08:00").AddTicks(-1)));
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
