using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Tests.Domain.Ceilings;

public sealed class CeilingTests
{
    [Theory]
    [InlineData("gavleborg", "2027-05-19", "")]
    [InlineData("gavleborg", "2027-05-20", "ceiling-too-long")]
    [InlineData("gavleborg", null, "ceiling-needs-last-day")]
    [InlineData("halland", null, "ceiling-needs-last-day")]
    [InlineData("halland", "2029-12-31", "")]
    [InlineData("stockholm", null, "")]
    public void A_decision_holds_as_long_as_the_region_lets_it(string region, string? to, string code) =>
        Assert.Equal(code, Code(() => Decided(region, A.Today, to is null ? null : DateOnly.Parse(to))));

    [Theory]
    [InlineData("2026-11-21", "ceiling-overlaps")]
    [InlineData("2026-12-31", "ceiling-overlaps")]
    [InlineData("2027-01-01", "")]
    public void A_clinic_has_one_ceiling_a_day(string from, string code)
    {
        var first = Decided("halland", A.Today, new(2026, 12, 31));

        Assert.Equal(code, Code(() => Decided("halland", DateOnly.Parse(from), new(2027, 6, 30), first)));
    }

    [Fact]
    public void A_revision_changes_number_period_and_reference_and_nothing_else()
    {
        var ceiling = Decided("halland", A.Today, new(2026, 12, 31));
        var from = ceiling.From;

        ceiling.Revise(
            Decision(A.Today.AddDays(9), new(2027, 1, 31)) with { ListedMax = 7, Reference = "HSN 2026/8" },
            Profile.Of("halland").Ceilings, [ceiling]);

        Assert.Equal((7, "HSN 2026/8", from, new DateOnly(2027, 1, 31), 2L),
            (ceiling.ListedMax, ceiling.DecisionReference, ceiling.From, ceiling.To!.Value, ceiling.Version));
    }

    private static Ceiling Decided(string region, DateOnly from, DateOnly? to, params Ceiling[] others) =>
        new(Decision(from, to), Profile.Of(region).Ceilings, others);

    private static CeilingDecision Decision(DateOnly from, DateOnly? to) => new(
        Guid.CreateVersion7(), A.Here, ListingType.PrimaryCare, "17", 50, from, to, "HSN 2026/7", "SE2321000016-9", []);

    private static string Code(Func<object> act) => Record.Exception(act) is RuleViolation no ? no.Code : "";
}
