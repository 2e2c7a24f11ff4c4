using NaraVard.Platform.Time;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Time;

public class StockholmTimeTests
{
    [Theory]
    [InlineData("2026-01-31T22:59:59Z", "2026-01-31")]
    [InlineData("2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    public void Counts_days_by_Swedish_clocks(string moment, string day) =>
        Assert.Equal(day, StockholmTime.DayOf(DateTimeOffset.Parse(moment, null)).ToString("O", null));

    [Theory]
    [InlineData("2026-03-29", "01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29", "02:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29", "03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "03:00", "2026-10-25T02:00:00Z")]
    public void Finds_the_moment_also_when_clocks_change(string day, string time, string moment) =>
        Assert.Equal(
            DateTimeOffset.Parse(moment, null),
            StockholmTime.At(DateOnly.Parse(day, null), TimeOnly.Parse(time, null)));

    [Fact]
    public void Days_last_23_and_25_hours_when_clocks_change()
    {
        Assert.Equal(23, Length(new DateOnly(2026, 3, 29)).TotalHours);
        Assert.Equal(25, Length(new DateOnly(2026, 10, 25)).TotalHours);

        static TimeSpan Length(DateOnly day) => StockholmTime.StartOf(day.AddDays(1)) - StockholmTime.StartOf(day);
    }

    [Fact]
    public void Today_follows_the_clock_that_is_given()
    {
        var clock = new TestClock(DateTimeOffset.Parse("2026-02-28T22:30:00Z", null));

        Assert.Equal(new DateOnly(2026, 2, 28), clock.Today());
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new DateOnly(2026, 3, 1), clock.Today());
    }
}
