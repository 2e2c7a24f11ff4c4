using NaraVard.Listing.Domain.Capitation;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed class BirthDatesTests
{
    [Theory]
    [InlineData("2026-02-28")]
    [InlineData("2024-02-28")]
    [InlineData("2024-02-29")]
    [InlineData("2026-03-01")]
    [InlineData("2026-12-31")]
    public void Everybody_has_the_age_of_the_days_they_are_counted_between(string text)
    {
        var day = DateOnly.Parse(text, null);
        var births = new BirthDates(day);

        for (var born = new DateOnly(1992, 1, 1); born <= day; born = born.AddDays(1))
        {
            var edges = births.Edges.Count(edge => edge <= born);
            Assert.Equal((AgeOn(born, day), day.Year - born.Year), births.Of(edges));
        }
    }

    // Birthday by birthday, one on 29 February kept on 28 February in other years.
    private static int AgeOn(DateOnly born, DateOnly day)
    {
        var age = 0;
        while (born.AddYears(age + 1) <= day)
            age++;
        return age;
    }
}
