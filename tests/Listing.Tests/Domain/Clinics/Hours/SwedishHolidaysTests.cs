using NaraVard.Listing.Domain.Clinics.Hours;

namespace NaraVard.Listing.Tests.Domain.Clinics.Hours;

public sealed class SwedishHolidaysTests
{
    [Theory]
    [InlineData(2024, "03-31")]
    [InlineData(2025, "04-20")]
    [InlineData(2026, "04-05")]
    [InlineData(2027, "03-28")]
    [InlineData(2038, "04-25")]
    [InlineData(2285, "03-22")]
    public void Easter_is_where_the_almanac_has_it(int year, string day) =>
        Assert.Equal(DateOnly.Parse($"{year}-{day}", null), SwedishHolidays.Easter(year));

    [Fact]
    public void The_holidays_of_2026_are_those_of_the_almanac()
    {
        var first = new DateOnly(2026, 1, 1);

        var holidays = Enumerable.Range(0, 365).Select(first.AddDays).Where(SwedishHolidays.IsHoliday)
            .Select(day => day.ToString("MM-dd", null));

        Assert.Equal(
            [
                "01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-06", "06-19", "06-20",
                "10-31", "12-24", "12-25", "12-26", "12-31",
            ],
            holidays);
    }

    [Fact]
    public void Every_year_has_thirteen_to_sixteen_holidays() => Assert.All(Enumerable.Range(1990, 200), year =>
        Assert.InRange(Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays)
            .Count(day => day.Year == year && SwedishHolidays.IsHoliday(day)), 13, 16));
}
