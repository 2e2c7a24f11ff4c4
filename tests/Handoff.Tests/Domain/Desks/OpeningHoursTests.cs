using NaraVard.Handoff.Domain.Desks;

namespace NaraVard.Handoff.Tests.Domain.Desks;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Office = A.OfficeHours(new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 25));

    [Theory]
    [InlineData("2026-11-20T06:59:59Z", false)]
    [InlineData("2026-11-20T07:00:00Z", true)]
    [InlineData("2026-11-20T15:29:59Z", true)]
    [InlineData("2026-11-20T15:30:00Z", false)]
    [InlineData("2026-11-21T10:00:00Z", false)]
    [InlineData("2026-07-20T06:00:00Z", true)]
    [InlineData("2026-12-24T10:00:00Z", false)]
    public void Is_open_in_swedish_time_winter_and_summer(string at, bool isOpen) =>
        Assert.Equal(isOpen, Office.IsOpen(DateTimeOffset.Parse(at)));

    [Theory]
    [InlineData("2026-11-20T05:00:00Z", "2026-11-20T07:00:00Z")]
    [InlineData("2026-11-20T16:00:00Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-12-23T20:00:00Z", "2026-12-28T07:00:00Z")]
    public void Opens_next_over_nights_weekends_and_closed_days(string after, string opens) =>
        Assert.Equal(DateTimeOffset.Parse(opens), Office.NextOpening(DateTimeOffset.Parse(after)));

    [Theory]
    [InlineData("2026-11-20T13:05:00Z", 15, "2026-11-20T13:20:00Z")]
    [InlineData("2026-11-20T15:20:00Z", 15, "2026-11-23T07:05:00Z")]
    [InlineData("2026-11-21T12:00:00Z", 15, "2026-11-23T07:15:00Z")]
    [InlineData("2026-11-20T15:15:00Z", 15, "2026-11-20T15:30:00Z")]
    public void Counts_only_opening_time(string from, int minutes, string due) =>
        Assert.Equal(
            DateTimeOffset.Parse(due),
            Office.AddOpenTime(DateTimeOffset.Parse(from), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void A_night_when_the_clock_goes_forward_is_an_hour_shorter()
    {
        var always = new OpeningHours(
            Enum.GetValues<DayOfWeek>().Select(day => new OpenPeriod(day, TimeOnly.MinValue, new TimeOnly(23, 59))),
            []);

        var after = always.AddOpenTime(DateTimeOffset.Parse("2026-03-29T00:30:00+01:00"), TimeSpan.FromHours(2));

        Assert.Equal(DateTimeOffset.Parse("2026-03-29T03:30:00+02:00"), after);
    }

    [Fact]
    public void Never_opens_without_hours()
    {
        var never = new OpeningHours([], []);

        Assert.Null(never.NextOpening(A.Now));
        Assert.Null(never.AddOpenTime(A.Now, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void An_opening_ends_after_it_begins() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new OpenPeriod(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(9, 0)));
}
