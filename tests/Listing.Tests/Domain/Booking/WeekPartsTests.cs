using NaraVard.Listing.Domain.Booking;

namespace NaraVard.Listing.Tests.Domain.Booking;

public sealed class WeekPartsTests
{
    [Theory]
    [InlineData("2026-11-20 15:59Z", "Daytime")] // a Friday, 16:59 in Sweden
    [InlineData("2026-11-20 16:00Z", "Evening")]
    [InlineData("2026-11-20 22:59Z", "Evening")]
    [InlineData("2026-11-20 23:00Z", "Weekend")] // Saturday in Sweden
    [InlineData("2026-11-22 22:59Z", "Weekend")]
    [InlineData("2026-11-22 23:00Z", "Daytime")] // Monday in Sweden
    [InlineData("2026-06-19 08:00Z", "Weekend")] // Midsummer's Eve, a Friday
    [InlineData("2027-03-29 08:00Z", "Weekend")] // Easter Monday
    [InlineData("2027-03-30 14:59Z", "Daytime")] // summer time: 16:59
    [InlineData("2027-03-30 15:00Z", "Evening")]
    public void Evenings_begin_at_17_on_Swedish_clocks_and_holidays_are_weekend(string at, string part) =>
        Assert.Equal(part, WeekParts.Of(DateTimeOffset.Parse(at), 17).ToString());
}
