using NaraVard.Listing.Domain.Dental;

namespace NaraVard.Listing.Tests.Domain.Dental;

public sealed class RecallRuleTests
{
    private static readonly RecallRule Rule = Profile.Options("halland").Recalls[0].ToRule();

    [Theory]
    [InlineData(RiskGroup.Low, "2024-11-20", "2026-11-20")]
    [InlineData(RiskGroup.Moderate, "2025-05-20", "2026-11-20")]
    [InlineData(RiskGroup.High, "2025-11-20", "2026-11-20")]
    [InlineData(RiskGroup.High, "2024-02-29", "2025-02-28")]
    public void Is_due_on_the_day_and_overdue_on_the_next(object risk, string examined, string due)
    {
        var (on, day) = (DateOnly.Parse(examined), DateOnly.Parse(due));
        var tolerant = Rule with { ToleranceDays = 30 };

        Assert.Equal(day, Rule.DueOn(on, (RiskGroup)risk));
        Assert.False(Rule.IsOverdue(day, today: day));
        Assert.True(Rule.IsOverdue(day, today: day.AddDays(1)));
        Assert.False(tolerant.IsOverdue(day, today: day.AddDays(30)));
        Assert.True(tolerant.IsOverdue(day, today: day.AddDays(31)));
    }

    [Theory]
    [InlineData("2023-12-31", "2023-12-31", "2026-12-31")]
    [InlineData("2023-01-01", "2026-01-01", "2026-12-31")]
    [InlineData("2023-01-01", "2026-06-30", "2026-12-31")]
    [InlineData("2023-01-01", "2026-07-01", "2027-01-01")]
    [InlineData("2015-01-01", "2026-08-31", "2027-02-28")]
    public void The_first_is_due_at_the_end_of_the_year_or_some_months_after_coming(
        string birth, string since, string due) =>
        Assert.Equal(DateOnly.Parse(due), Rule.FirstDueOn(DateOnly.Parse(birth), DateOnly.Parse(since)));

    [Fact]
    public void A_region_without_a_rule_of_its_own_has_that_of_all()
    {
        RecallRule[] rules =
        [
            new("17", new(2026, 1, 1), null) { LowMonths = 30 }, new(null, new(2020, 1, 1), null) { LowMonths = 20 },
        ];

        Assert.Equal(30, RecallRule.For("17", new(2026, 1, 1), rules).LowMonths);
        Assert.Equal(20, RecallRule.For("17", new(2025, 12, 31), rules).LowMonths);
        Assert.Equal(20, RecallRule.For("18", new(2026, 1, 1), rules).LowMonths);
        Assert.Equal((24, 18, 12), RecallRule.For("18", new(2019, 12, 31), rules) is var one
            ? (one.LowMonths, one.ModerateMonths, one.HighMonths) : default);
    }
}
