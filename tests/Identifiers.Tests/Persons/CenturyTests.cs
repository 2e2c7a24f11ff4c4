using NaraVard.Identifiers.Persons;

namespace NaraVard.Identifiers.Tests.Persons;

public sealed class CenturyTests
{
    [Theory]
    [InlineData("2009-12-31", '-')]
    [InlineData("2010-01-01", '+')]
    [InlineData("2026-07-01", '+')]
    public void The_separator_becomes_a_plus_on_the_first_day_of_the_year_of_turning_100(string day, char separator)
    {
        var number = NationalNumber.Parse(Any(1910), Published.Today);

        Assert.Equal(separator, number.RevealShort(DateOnly.Parse(day, null))[6]);
    }

    [Fact]
    public void A_hyphen_is_somebody_who_turns_at_most_99_and_a_plus_somebody_older()
    {
        var (old, young) = (Any(1910), Any(2010));

        Assert.Equal(old, Read(old[2..8] + "+" + old[8..]));
        Assert.Equal(young, Read(young[2..8] + "-" + young[8..]));
    }

    [Fact]
    public void A_hyphen_before_the_birthday_of_the_first_year_is_a_date_to_come()
    {
        var text = Published.Personnummer.Last(number => number.StartsWith("2020", StringComparison.Ordinal));

        Assert.Equal("national-number-future", Code(text[2..8] + "-" + text[8..], new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void Without_a_separator_a_child_and_a_centenarian_are_not_told_apart()
    {
        Assert.Equal("national-number-century", Code(Any(1910)[2..]));
        Assert.Equal("national-number-century", Code(Any(2010)[2..]));
    }

    [Fact]
    public void Without_a_separator_the_only_living_candidate_is_taken()
    {
        Assert.Equal(Any(1957), Read(Any(1957)[2..]));
        Assert.Equal(Any(1980), Read(Any(1980)[2..]));
    }

    [Fact]
    public void Twelve_digits_take_a_hyphen_and_no_plus()
    {
        var text = Any(1910);

        Assert.Equal(text, Read(text[..8] + "-" + text[8..]));
        Assert.Equal("national-number-separator", Code(text[..8] + "+" + text[8..]));
    }

    private static string Any(int year) =>
        Published.Personnummer.First(text => text.StartsWith($"{year}", StringComparison.Ordinal));

    private static string Read(string text) => NationalNumber.Parse(text, Published.Today).Reveal();

    private static string? Code(string text, DateOnly? today = null) =>
        NationalNumber.TryParse(text, today ?? Published.Today, out _, out var error) ? null : error.Code;
}
