using NaraVard.Platform.Time;

namespace NaraVard.Platform.Tests.Time;

public sealed class DatedTests
{
    private static readonly Version First = new("first", new(2025, 1, 1), new(2026, 6, 30));
    private static readonly Version Second = new("second", new(2026, 1, 1), new(2026, 12, 31));

    [Theory]
    [InlineData("2024-12-31", null)]
    [InlineData("2025-01-01", "first")]
    [InlineData("2025-12-31", "first")]
    [InlineData("2026-01-01", "second")]
    [InlineData("2026-12-31", "second")]
    [InlineData("2027-01-01", null)]
    public void A_version_applies_from_its_first_day_until_the_next_or_its_last_day(string day, string? name) =>
        Assert.Equal(name, new[] { Second, First }.On(DateOnly.Parse(day))?.Name);

    [Fact]
    public void What_was_replaced_does_not_come_back_when_its_successor_ends()
    {
        var endless = First with { To = null };

        Assert.Equal(Second, new[] { endless, Second }.On(new(2026, 12, 31)));
        Assert.Null(new[] { endless, Second }.On(new(2027, 1, 1)));
    }

    [Fact]
    public void Without_days_it_applies_always_until_another_begins()
    {
        var always = new Version("always", From: default, To: null);

        Assert.Equal(always, new[] { always }.On(DateOnly.MinValue));
        Assert.Equal(always, new[] { always }.On(DateOnly.MaxValue));
        Assert.Equal(always, new[] { First, always }.On(new(2024, 12, 31)));
        Assert.Equal(First, new[] { always, First }.On(new(2025, 1, 1)));
    }

    [Fact]
    public void Of_no_versions_none_applies() => Assert.Null(Array.Empty<Version>().On(new(2025, 1, 1)));

    [Theory]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void Alone_it_applies_from_its_first_day_to_its_last(string day, bool applies) =>
        Assert.Equal(applies, First.AppliesOn(DateOnly.Parse(day)));

    private sealed record Version(string Name, DateOnly From, DateOnly? To) : IDated;
}
