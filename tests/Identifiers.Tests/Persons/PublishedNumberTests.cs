using System.Globalization;
using NaraVard.Identifiers.Persons;

namespace NaraVard.Identifiers.Tests.Persons;

/// <summary>Properties that hold for every published test number.</summary>
public sealed class PublishedNumberTests
{
    [Fact]
    public void Every_published_number_is_read_as_its_kind_and_comes_out_unchanged()
    {
        Assert.Equal(5432, Published.Personnummer.Length);
        Assert.Equal(560, Published.Samordningsnummer.Length);
        Assert.All(Published.Personnummer, text => Assert.Equal(NumberKind.Personnummer, Parse(text).Kind));
        Assert.All(Published.Samordningsnummer, text => Assert.Equal(NumberKind.Samordningsnummer, Parse(text).Kind));
        Assert.All(Published.All, text => Assert.Equal(text, Parse(text).Reveal()));
    }

    [Fact]
    public void The_short_form_of_any_day_is_read_back_on_that_day()
    {
        DateOnly[] days = [Published.Today, new(2024, 2, 29), new(2031, 1, 1), new(2049, 12, 31)];

        Assert.All(Published.All, text => Assert.All(days, day =>
        {
            var number = Parse(text);
            if (day.Year - int.Parse(text[..4], CultureInfo.InvariantCulture) < 200)
                Assert.Equal(number, NationalNumber.Parse(number.RevealShort(day), day));
        }));
    }

    [Fact]
    public void The_number_with_its_series_is_restored() =>
        Assert.All(Published.All, text =>
            Assert.Equal(Parse(text), NationalNumber.Restore(Parse(text).RevealWithOid())));

    [Fact]
    public void No_other_check_digit_is_right() =>
        Assert.All(Published.All, text => Assert.All("0123456789", digit =>
            Assert.Equal(digit == text[^1], IsNumber(text[..^1] + digit))));

    [Fact]
    public void One_mistyped_digit_is_always_found() =>
        Assert.All(Published.All.Where((_, i) => i % 7 == 0), text => Assert.All(Enumerable.Range(2, 10), place =>
            Assert.All("0123456789".Where(digit => digit != text[place]), digit =>
                Assert.False(IsNumber($"{text[..place]}{digit}{text[(place + 1)..]}")))));

    [Fact]
    public void The_text_of_a_number_and_the_reason_of_a_wrong_one_hold_no_part_of_it()
    {
        Assert.All(Published.All, text => Assert.DoesNotContain(Parse(text).ToString(), char.IsDigit));
        Assert.All(Published.All, text =>
        {
            var wrong = text[..^1] + (text[^1] == '9' ? '0' : (char)(text[^1] + 1));
            Assert.False(NationalNumber.TryParse(wrong, Published.Today, out _, out var error));
            Assert.DoesNotContain(wrong[2..8], error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(wrong[^4..], error.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_sex_digit_and_the_birth_date_are_what_the_digits_say() =>
        Assert.All(Published.All, text =>
        {
            var number = Parse(text);
            var day = int.Parse(text[6..8], CultureInfo.InvariantCulture) % 60;
            var isKnown = day != 0 && text[4..6] != "00";
            Assert.Equal((text[10] - '0') % 2 == 0 ? Sex.Female : Sex.Male, number.LegalSex());
            Assert.Equal(isKnown ? $"{text[..6]}{day:00}" : null, number.BirthDate()?.ToString("yyyyMMdd", null));
        });

    private static NationalNumber Parse(string text) => NationalNumber.Parse(text, Published.Today);

    private static bool IsNumber(string text) => NationalNumber.TryParse(text, Published.Today, out _, out _);
}
