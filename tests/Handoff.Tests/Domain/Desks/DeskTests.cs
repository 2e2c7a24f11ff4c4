using NaraVard.Handoff.Domain.Desks;

namespace NaraVard.Handoff.Tests.Domain.Desks;

public sealed class DeskTests
{
    private static readonly Desk First = A.Desk() with { From = new(2025, 1, 1), To = new(2026, 6, 30) };
    private static readonly Desk Second = First with
    {
        From = new(2026, 1, 1),
        Target = TimeSpan.FromMinutes(30),
        To = new(2026, 12, 31),
    };

    [Theory]
    [InlineData("2024-12-31", null)]
    [InlineData("2025-01-01", 15)]
    [InlineData("2025-12-31", 15)]
    [InlineData("2026-01-01", 30)]
    [InlineData("2026-12-31", 30)]
    [InlineData("2027-01-01", null)]
    public void Applies_from_its_first_day_until_the_next_version_or_its_last_day(string day, int? minutes) =>
        Assert.Equal(minutes, (int?)Desk.On(DateOnly.Parse(day), [Second, First])?.Target.TotalMinutes);

    [Fact]
    public void Without_days_applies_always()
    {
        Assert.NotNull(Desk.On(DateOnly.MinValue, [A.Desk()]));
        Assert.NotNull(Desk.On(DateOnly.MaxValue, [A.Desk()]));
    }
}
