using NaraVard.Listing.Domain.Dental;

namespace NaraVard.Listing.Tests.Domain.Dental;

public sealed class RecallRuleTests
{
    private static readonly RecallRule Rule = Profile.Options("halland").Recalls[0] is var recall
        ? new(default, null, recall.LowMonths, recall.ModerateMonths, recall.HighMonths, recall.ToleranceDays) : null!;

    [Theory]
    [InlineData(RiskGroup.Low, "2024-11-20", "2026-11-20")]
    [InlineData(RiskGroup.Moderate, "2025-05-20", "2026-11-20")]
    [InlineData(RiskGroup.High, "2025-11-20", "2026-11-20")]
    [InlineData(RiskGroup.High, "2024-02-29", "2025-02-28")]
    public void Is_due_on_the_day_and_overdue_on_the_next(object risk, string examined, string due)
    {
        var (group, on, day) = ((RiskGroup)risk, DateOnly.Parse(examined), DateOnly.Parse(due));

        Assert.Equal(day, Rule.DueOn(on, group));
        Assert.False(Rule.IsOverdue(on, group, day));
        Assert.True(Rule.IsOverdue(on, group, day.AddDays(1)));
        Assert.False((Rule with { ToleranceDays = 30 }).IsOverdue(on, group, day.AddDays(30)));
        Assert.True((Rule with { ToleranceDays = 30 }).IsOverdue(on, group, day.AddDays(31)));
    }

    [Fact]
    public void The_greater_risk_decides() => Assert.Equal(
        RiskGroup.High, Examination.Of(A.Key(1), A.Today, RiskGroup.Low, RiskGroup.High).Risk);

    [Fact]
    public void The_list_has_those_past_their_day_the_longest_due_first()
    {
        Examination[] latest =
        [
            new(A.Key(1), new(2025, 11, 19), RiskGroup.High), new(A.Key(2), new(2025, 11, 20), RiskGroup.High),
            new(A.Key(3), new(2024, 1, 1), RiskGroup.Low), new(A.Key(4), new(2025, 11, 19), RiskGroup.Low),
        ];

        Assert.Equal([A.Key(3), A.Key(1)], Rule.Overdue(latest, A.Today).Select(one => one.Person));
    }
}
