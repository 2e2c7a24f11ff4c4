using System.Text.Json;
using NaraVard.Identifiers.Persons;

namespace NaraVard.Identifiers.Tests.Persons;

public sealed class NationalNumberTests
{
    private static readonly string Text = Published.Personnummer[100];

    private static readonly NationalNumber Number = NationalNumber.Parse(Text, Published.Today);

    [Theory]
    [InlineData("", "national-number-missing")]
    [InlineData("   ", "national-number-missing")]
    [InlineData("1", "national-number-length")]
    [InlineData("19121", "national-number-length")]
    [InlineData("1912121212123", "national-number-length")]
    [InlineData("19121212 121 1", "national-number-length")]
    [InlineData("19121212_121", "national-number-characters")]
    [InlineData("1912121212１2", "national-number-characters")]
    [InlineData("ÅÅ9999999999", "national-number-characters")]
    [InlineData("191213121212", "national-number-date")]
    [InlineData("191200121212", "national-number-date")]
    [InlineData("191202301213", "national-number-date")]
    [InlineData("190002291212", "national-number-date")]
    [InlineData("191212001212", "national-number-date")]
    [InlineData("191212921212", "national-number-date")]
    [InlineData("191213701212", "national-number-date")]
    [InlineData("191202901212", "national-number-date")]
    [InlineData("171212121212", "national-number-date")]
    [InlineData("203012121212", "national-number-future")]
    [InlineData("203012721212", "national-number-future")]
    [InlineData("191212120002", "national-number-serial")]
    [InlineData("191212121213", "national-number-check-digit")]
    [InlineData("ABCDEFGHIJKL", "reservnummer-unknown")]
    [InlineData("12ABCDEF12", "national-number-length")]
    public void Refuses_what_cannot_be_a_number_with_the_reason(string text, string code)
    {
        var isNumber = NationalNumber.TryParse(text, Published.Today, out var number, out var error);

        Assert.False(isNumber);
        Assert.Equal(default, number);
        Assert.Equal(code, error!.Code);
        Assert.NotEmpty(error.Sv);
        Assert.NotEmpty(error.En);
    }

    [Fact]
    public void Parse_throws_the_reason_and_never_the_text()
    {
        var wrong = Text[..^1] + (char)('0' + (Text[^1] - '0' + 1) % 10);

        var thrown = Assert.Throws<InvalidIdentifierException>(() => NationalNumber.Parse(wrong, Published.Today));

        Assert.Equal("national-number-check-digit", thrown.Error.Code);
        Assert.DoesNotContain(wrong[2..8], thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_value_is_no_number_and_tells_nothing()
    {
        var none = default(NationalNumber);

        Assert.Throws<InvalidOperationException>(() => none.Kind);
        Assert.Throws<InvalidOperationException>(() => none.Oid);
        Assert.Throws<InvalidOperationException>(() => none.FhirSystem);
        Assert.Throws<InvalidOperationException>(none.Reveal);
        Assert.Throws<InvalidOperationException>(none.RevealWithOid);
        Assert.Throws<InvalidOperationException>(() => none.RevealShort(Published.Today));
        Assert.Throws<InvalidOperationException>(() => none.BirthDate());
        Assert.Throws<InvalidOperationException>(() => none.LegalSex());
        Assert.Throws<InvalidOperationException>(() => none.Age(Published.Today));
        Assert.Equal("(no number)", none.ToString());
        Assert.NotEqual(Number, none);
    }

    [Fact]
    public void Text_interpolation_and_formatting_are_masked()
    {
        Assert.Equal("Personnummer ********-****", $"{Number}");
        Assert.Equal("Personnummer ********-****", string.Format(null, "{0}", Number));
        Assert.Equal("(Personnummer ********-****, 1)", (Number, 1).ToString());
    }

    [Fact]
    public void Json_refuses_to_write_and_to_read_it_also_inside_other_types()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Number));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { Person = Number }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize<object>(new[] { Number }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<NationalNumber>("\"x\""));
    }

    [Fact]
    public void It_has_no_public_property_or_field_that_shows_the_person() =>
        Assert.Equal(["FhirSystem", "Kind", "Oid"], typeof(NationalNumber).GetProperties().Select(p => p.Name).Order());

    [Theory]
    [InlineData("plain")]
    [InlineData("1.2.3|plain-text-x")]
    public void Restores_nothing_but_what_was_revealed_with_its_series(string text) =>
        Assert.Throws<InvalidIdentifierException>(() => NationalNumber.Restore(text));

    [Fact]
    public void Restores_no_number_under_another_series()
    {
        Assert.Throws<InvalidIdentifierException>(() => NationalNumber.Restore("1.2.752.129.2.1.3.3|" + Text));
        Assert.Throws<InvalidIdentifierException>(() => NationalNumber.Restore("1.2.752.74.9.2|" + Text));
        Assert.Throws<InvalidIdentifierException>(() => NationalNumber.Restore(Text));
        Assert.Throws<InvalidIdentifierException>(() => NationalNumber.Restore("1.2.752.129.2.1.3.1|" + Text[2..]));
    }

    [Fact]
    public void Age_grows_on_the_birthday()
    {
        var birth = Number.BirthDate()!.Value;

        Assert.Equal(0, Number.Age(birth));
        Assert.Equal(17, Number.Age(birth.AddYears(18).AddDays(-1)));
        Assert.Equal(18, Number.Age(birth.AddYears(18)));
    }

    [Fact]
    public void Age_before_birth_is_refused_without_telling_the_birth()
    {
        var birth = Number.BirthDate()!.Value;

        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Number.Age(birth.AddDays(-1)));

        Assert.DoesNotContain(birth.ToString("O", null)[..4], thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Age_of_somebody_born_on_the_leap_day_grows_on_28_February_in_common_years()
    {
        var leap = NationalNumber.Parse(
            Published.Personnummer.First(text => text[4..8] == "0229" && text[0] == '2'), Published.Today);
        var birth = leap.BirthDate()!.Value;

        Assert.Equal(0, leap.Age(new DateOnly(birth.Year + 1, 2, 27)));
        Assert.Equal(1, leap.Age(new DateOnly(birth.Year + 1, 2, 28)));
        Assert.Equal(3, leap.Age(new DateOnly(birth.Year + 4, 2, 28)));
        Assert.Equal(4, leap.Age(new DateOnly(birth.Year + 4, 2, 29)));
    }

    [Fact]
    public void Age_and_birth_date_are_unknown_when_the_month_or_day_is()
    {
        var unknown = Published.Samordningsnummer.Where(text => text[4..6] == "00" || text[6..8] == "60").ToList();

        Assert.NotEmpty(unknown);
        Assert.All(unknown, text => Assert.Null(NationalNumber.Parse(text, Published.Today).Age(Published.Today)));
    }

    [Fact]
    public void Parsing_allocates_nothing()
    {
        NationalNumber.TryParse(Text, Published.Today, out _, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
            NationalNumber.TryParse(Text, Published.Today, out _, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
