using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Policy;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Tests.Domain.Policy;

/// <summary>The same code, four behaviours.</summary>
public sealed class ProfileTests
{
    [Theory]
    [InlineData("halland", "2026-11-21")]
    [InlineData("gavleborg", "2026-12-01")]
    [InlineData("stockholm", "2026-11-20")]
    [InlineData("vastra-gotaland", "2026-11-21")]
    public void A_choice_takes_effect_when_the_region_says(string region, string from) =>
        Assert.Equal(DateOnly.Parse(from), Profile.Of(region).EffectOf(A.Today));

    [Theory]
    [InlineData("halland", ListingKind.Newborn, 0, false, true)]
    [InlineData("halland", ListingKind.Institution, 85, false, true)]
    [InlineData("halland", ListingKind.Active, 6, true, false)]
    [InlineData("gavleborg", ListingKind.Active, 6, false, true)]
    [InlineData("gavleborg", ListingKind.Active, 7, false, false)]
    [InlineData("gavleborg", ListingKind.Active, 40, true, true)]
    [InlineData("gavleborg", ListingKind.Institution, 85, false, true)]
    [InlineData("stockholm", ListingKind.Institution, 85, false, false)]
    [InlineData("vastra-gotaland", ListingKind.MovedIn, 40, true, false)]
    public void Ceilings_do_not_count_whom_the_region_exempts(
        string region, object kind, int ageYears, bool hasFamily, bool isExempt) =>
        Assert.Equal(isExempt, Profile.Of(region).Ceilings.Exempts((ListingKind)kind, ageYears, hasFamily));

    [Theory]
    [InlineData("halland", GuardianRule.AnyOne, 16, false)]
    [InlineData("gavleborg", GuardianRule.AnyOne, 15, false)]
    [InlineData("stockholm", GuardianRule.AnyOne, 16, true)]
    [InlineData("vastra-gotaland", GuardianRule.All, 16, false)]
    public void Guardians_and_queues_are_the_regions(string region, object rule, int selfFrom, bool clears)
    {
        var policy = Profile.Of(region);

        Assert.Equal(new((GuardianRule)rule, selfFrom), policy.Guardians[ListingType.PrimaryCare]);
        Assert.Equal(clears, policy.Queues.RelistingClears);
        Assert.Equal((2, 365), (policy.Changes.ChangesMax, policy.Changes.WindowDays));
    }

    [Theory]
    [InlineData("halland", "PrimaryCare, Dental")]
    [InlineData("gavleborg", "PrimaryCare, ChildHealth, Dental")]
    [InlineData("stockholm", "PrimaryCare")]
    [InlineData("vastra-gotaland", "PrimaryCare, ChildHealth, Dental")]
    public void Who_has_not_chosen_is_assigned_a_clinic_for_what_the_region_says(string region, string types) =>
        Assert.Equal(types, string.Join(", ", Profile.Of(region).Assignment.Types));

    [Fact]
    public void Primary_care_is_assigned_where_a_region_says_nothing() =>
        Assert.Equal([ListingType.PrimaryCare], new RegionPolicyOptions().ToPolicy().Assignment.Types);

    [Fact]
    public void A_day_or_a_region_without_rules_decides_nothing()
    {
        var halland = Profile.Of("halland");

        Assert.Same(halland, ListingPolicy.For("13", A.Today, [halland]));
        Assert.Throws<RuleViolation>(() => ListingPolicy.For("13", halland.From.AddDays(-1), [halland]));
        Assert.Throws<RuleViolation>(() => ListingPolicy.For("17", A.Today, [halland]));
    }

    [Fact]
    public void Every_file_is_sound() => Assert.All(Profile.Names, name =>
        Assert.Empty(Profile.Options(name).Validate(new(new object()))));
}
