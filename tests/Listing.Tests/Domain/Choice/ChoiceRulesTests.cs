using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Tests.Domain.Choice;

public sealed class ChoiceRulesTests
{
    private static readonly ListingPolicy Policy = Profile.Of("halland");
    private static readonly PersonListing Present = A.Listing(A.There, A.Today.AddYears(-3));

    [Fact]
    public void Nothing_hinders_a_first_choice() =>
        Assert.Empty(ChoiceRules.Obstacles(A.Choice(), A.Facts(Policy)));

    [Fact]
    public void Each_obstacle_has_its_own_code()
    {
        var facts = A.Facts(Policy);

        Assert.Equal(["person-unknown"], Codes(facts with { Person = null }));
        Assert.Equal(["person-deceased"], Codes(facts with { Person = A.Adult() with { Deceased = A.Today } }));
        Assert.Equal(["person-moved-out"], Codes(facts with { Person = A.Adult() with { MovedOut = A.Today } }));
        Assert.Equal(["clinic-unknown"], Codes(facts with { Clinic = null }));
        Assert.Equal(["clinic-closed"], Codes(facts with { Clinic = A.Clinic() with { IsClosed = true } }));
        Assert.Equal(["contract-expired"], Codes(facts with { Clinic = A.Clinic() with { HasAgreement = false } }));
        Assert.Equal(["care-not-offered"], Codes(facts with
        {
            Clinic = A.Clinic() with { HasAgreement = false, HadAgreement = false },
        }));
        Assert.Equal(["already-listed"], Codes(A.Facts(Policy, A.Listing(A.Here, A.Today))));
        Assert.Equal(["already-queued"], Codes(facts with { Waiting = [new(A.Entry(A.Here), 1)] }));
        Assert.Equal(["wrong-age"], Codes(facts, A.Choice() with { Type = ListingType.Dental }));
        Assert.Equal(["exception-needs-staff"], Codes(facts, A.Choice() with { Reason = ChangeReason.Relocation }));
    }

    [Fact]
    public void All_obstacles_are_told_at_once()
    {
        var facts = A.Facts(Policy) with
        {
            Person = A.Child(A.Today.AddYears(-9), 2),
            Clinic = A.Clinic() with { IsClosed = true },
        };
        var choice = A.Choice() with { Type = ListingType.ChildHealth, Guardians = [A.Key(3)] };

        var told = Refusals.All(ChoiceRules.Obstacles(choice, facts));

        Assert.Equal("wrong-age wrong-guardian clinic-closed", told.Facts["codes"]);
        Assert.Equal("wrong-age", told.Code);
        Assert.Contains(Refusals.WrongGuardian().Text.Sv, told.Text.Sv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-11-21", "2026-03-01", true)]
    [InlineData("2025-11-20", "2026-03-01", false)]
    [InlineData("2025-11-21", "2026-11-20", true)]
    [InlineData("2026-11-20", "2026-11-20", true)]
    public void The_third_change_within_365_days_ending_today_is_refused(string first, string second, bool isRefused)
    {
        PersonListing[] listings =
        [
            Ended(A.Listing(A.Here, DateOnly.Parse(first), changedOn: DateOnly.Parse(first))),
            A.Listing(A.There, DateOnly.Parse(second), changedOn: DateOnly.Parse(second)),
        ];

        Assert.Equal(isRefused ? ["too-many-changes"] : [], Codes(A.Facts(Policy, listings)));
    }

    [Fact]
    public void An_excepted_reason_passes_after_two_changes_and_is_not_counted()
    {
        var facts = A.Facts(Policy, A.Listing(A.There, A.Today, changedOn: A.Today)) with
        {
            Waiting = [new(A.Entry("SE2321000016-1A03", isCounted: true), 1)],
        };
        var excepted = A.Choice() with { Reason = ChangeReason.UnitMerged, IsByStaff = true };

        Assert.Equal(["too-many-changes"], Codes(facts));
        Assert.Empty(ChoiceRules.Obstacles(excepted, facts));
        Assert.False(ChoiceRules.IsCountedChange(excepted, facts));
    }

    [Theory]
    [InlineData(ListingKind.Active, true)]
    [InlineData(ListingKind.Passive, false)]
    [InlineData(ListingKind.Transferred, false)]
    [InlineData(ListingKind.Newborn, false)]
    public void Only_leaving_what_one_chose_is_a_change(object left, bool isCounted) => Assert.Equal(
        isCounted,
        ChoiceRules.IsCountedChange(A.Choice(), A.Facts(Policy, A.Listing(A.There, A.Today, (ListingKind)left))));

    [Fact]
    public void Who_left_lately_returns_without_queueing_where_the_region_says_so()
    {
        Present.End(A.Today.AddDays(-30), EndReason.Relisted);
        var back = A.Choice(A.There);

        Assert.True(ChoiceRules.MayReturn(back, A.Facts(Profile.Of("gavleborg"), Present)));
        Assert.False(ChoiceRules.MayReturn(back, A.Facts(Profile.Of("stockholm"), Present)));
        Assert.False(ChoiceRules.MayReturn(
            back, A.Facts(Profile.Of("gavleborg"), Present) with { Today = A.Today.AddDays(1) }));
    }

    private static PersonListing Ended(PersonListing listing)
    {
        listing.End(A.Today.AddDays(-1), EndReason.Relisted);
        return listing;
    }

    private static string[] Codes(ChoiceFacts facts, ChoiceRequest? choice = null) =>
        [.. ChoiceRules.Obstacles(choice ?? A.Choice(), facts).Select(one => one.Code)];
}
