using NaraVard.Listing.Domain;

namespace NaraVard.Listing.Tests.Domain.Policy;

/// <summary>Lag 2024:1099: through the year of turning 23 until 2024, 19 from 2025 (DOMAIN B2.5).</summary>
public sealed class DentalAgeTests
{
    private static readonly DateOnly LastOld = new(2024, 12, 31);
    private static readonly DateOnly FirstNew = new(2025, 1, 1);

    [Fact]
    public void Every_birth_year_on_both_sides_of_the_new_law()
    {
        for (var born = 1995; born <= 2025; born++)
        {
            Assert.Equal(born is >= 2001 and <= 2021, Allows(born, LastOld));
            Assert.Equal(born is >= 2006 and <= 2022, Allows(born, FirstNew));
            Assert.Equal(born is >= 2002 and <= 2022, Allows(born, FirstNew, hasTransition: true));
        }
    }

    [Theory]
    [InlineData("2005-01-01", "2024-12-31", true)]
    [InlineData("2005-12-31", "2024-12-31", true)]
    [InlineData("2005-12-31", "2025-01-01", false)]
    [InlineData("2006-01-01", "2025-12-31", true)]
    [InlineData("2006-01-01", "2026-01-01", false)]
    public void The_year_decides_and_not_the_birthday(string birth, string day, bool isAllowed) => Assert.Equal(
        isAllowed, Profile.Of("halland").AllowsAge(ListingType.Dental, DateOnly.Parse(birth), DateOnly.Parse(day)));

    [Fact]
    public void Who_turns_20_in_2025_goes_on_only_with_treatment_that_was_begun_before()
    {
        Assert.False(Allows(2005, FirstNew));
        Assert.True(Allows(2005, FirstNew, hasTransition: true));
        Assert.False(Allows(2005, new(2029, 1, 1), hasTransition: true));
    }

    [Fact]
    public void Every_birth_year_past_the_last_age_is_so_from_the_day_that_it_ended()
    {
        for (var born = 1995; born <= 2025; born++)
        {
            Assert.Equal(born < 2001 ? new DateOnly(born + 24, 1, 1) : null, AgedOut(born, LastOld));
            Assert.Equal(
                born < 2001 ? new DateOnly(born + 24, 1, 1) : born < 2006 ? FirstNew : null, AgedOut(born, FirstNew));
            Assert.Equal(born < 2006 ? FirstNew : born < 2007 ? new(2026, 1, 1) : null,
                born < 2001 ? FirstNew : AgedOut(born, new(2026, 11, 20)));
            Assert.Equal(born < 2002 ? new DateOnly(born + 24, 1, 1) : null,
                AgedOut(born, FirstNew, hasTransition: true));
        }
    }

    [Fact]
    public void Who_is_too_young_or_has_no_rules_for_the_day_is_not_past_it()
    {
        var halland = Profile.Of("halland");
        var unwritten = halland with { Ages = [.. halland.Ages.Where(window => window.To is not null)] };

        Assert.Null(AgedOut(2025, FirstNew));
        Assert.Null(halland.AgedOutOn(ListingType.PrimaryCare, new(1930, 1, 1), FirstNew));
        Assert.Null(unwritten.AgedOutOn(ListingType.Dental, new(1990, 1, 1), FirstNew));
        Assert.Equal(new(2027, 1, 1), halland.AgedOutOn(ListingType.ChildHealth, new(2020, 12, 31), new(2027, 3, 1)));
        Assert.Null(halland.AgedOutOn(ListingType.ChildHealth, new(2020, 1, 1), new(2026, 12, 31)));
    }

    private static DateOnly? AgedOut(int born, DateOnly day, bool hasTransition = false) =>
        Profile.Of("halland").AgedOutOn(ListingType.Dental, new(born, 7, 1), day, hasTransition);

    private static bool Allows(int born, DateOnly day, bool hasTransition = false) =>
        Profile.Of("halland").AllowsAge(ListingType.Dental, new(born, 7, 1), day, hasTransition);
}
