using NaraVard.Identifiers.Persons;

namespace NaraVard.Identifiers.Tests.Persons;

/// <summary>The examples are those of the issuers' published descriptions.</summary>
public sealed class ReservnummerTests
{
    private const string Varmland = "1.2.752.74.9.2";
    private const string Stockholm = "1.2.752.97.3.1.3";
    private const string VastraGotaland = "1.2.752.113.11.0.2.1.1.1";
    private const string Carelink = "1.2.752.129.2.1.3.2";

    [Theory]
    [InlineData("19810829SU3A", Varmland, Sex.Male, null)]
    [InlineData("19450829SF2B", Varmland, Sex.Female, "1945-08-29")]
    [InlineData("19930829SX0C", Varmland, null, null)]
    [InlineData("991981000010", Stockholm, null, null)]
    [InlineData("991945000023", Stockholm, null, null)]
    [InlineData("991993000032", Stockholm, null, null)]
    [InlineData("19810829M071", VastraGotaland, Sex.Male, "1981-08-29")]
    [InlineData("19450829K088", VastraGotaland, Sex.Female, "1945-08-29")]
    [InlineData("19930829X802", VastraGotaland, null, "1993-08-29")]
    [InlineData("198108320014", Carelink, null, null)]
    public void Reads_the_published_examples(string text, string oid, Sex? sex, string? birth)
    {
        var number = NationalNumber.Parse(text, Published.Today);

        Assert.Equal(NumberKind.Reservnummer, number.Kind);
        Assert.Equal(oid, number.Oid);
        Assert.Equal("urn:oid:" + oid, number.FhirSystem);
        Assert.Equal(text, number.Reveal());
        Assert.Equal(sex, number.LegalSex());
        Assert.Equal(birth, number.BirthDate()?.ToString("yyyy-MM-dd", null));
        Assert.Equal(number, NationalNumber.Restore(number.RevealWithOid()));
        Assert.Equal(number, NationalNumber.Parse(number.RevealShort(Published.Today), Published.Today));
        Assert.Equal("Reservnummer ********-****", number.ToString());
    }

    [Fact]
    public void Small_letters_and_blanks_around_are_the_same_number() =>
        Assert.Equal(Read("19810829SU3A"), Read(" 19810829-su3a "));

    [Theory]
    [InlineData("19810829SV3A", "reservnummer-unknown")]
    [InlineData("19810829SU3V", "reservnummer-unknown")]
    [InlineData("19810829SU30", "reservnummer-unknown")]
    [InlineData("19810231SU3A", "national-number-date")]
    [InlineData("19811331M071", "national-number-date")]
    [InlineData("19810829M072", "national-number-check-digit")]
    [InlineData("19810829M081", "reservnummer-unknown")]
    [InlineData("991981000011", "national-number-check-digit")]
    [InlineData("198108320015", "national-number-check-digit")]
    public void Refuses_what_breaks_the_issuers_rule(string text, string code)
    {
        Assert.False(NationalNumber.TryParse(text, Published.Today, out _, out var error));
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void Only_the_issuers_that_the_deployment_names_are_accepted()
    {
        var onlyStockholm = ReservnummerSchemes.Of(Stockholm);

        Assert.True(NationalNumber.TryParse("991981000010", Published.Today, out _, out _, onlyStockholm));
        Assert.False(NationalNumber.TryParse("19810829SU3A", Published.Today, out _, out var error, onlyStockholm));
        Assert.Equal("reservnummer-unknown", error.Code);
    }

    [Fact]
    public void A_deployment_that_names_an_unknown_issuer_does_not_start()
    {
        var thrown = Assert.Throws<ArgumentException>(() => ReservnummerSchemes.Of(Varmland, "1.2.3"));

        Assert.Contains("1.2.3", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_two_issuers_could_have_given_is_refused()
    {
        string[] row = ["1.2.3", "Another", "no", "[0-9]{8}S[A-Z][0-9][A-Z]", "yes", "no", "", "", "", ""];
        var both = ReservnummerSchemes.Among([.. ReservnummerSchemes.Default.Issuers, new ReservnummerScheme(row)]);

        Assert.False(NationalNumber.TryParse("19810829SU3A", Published.Today, out var number, out var error, both));
        Assert.Equal("reservnummer-ambiguous", error.Code);
        Assert.Equal(default, number);
    }

    [Fact]
    public void The_same_text_from_two_issuers_is_two_numbers()
    {
        string[] row = ["1.2.3", "Another", "no", "[0-9]{8}S[A-Z][0-9][A-Z]", "yes", "no", "", "", "", ""];
        var another = ReservnummerSchemes.Among([new ReservnummerScheme(row)]);

        Assert.NotEqual(Read("19810829SU3A"), NationalNumber.Parse("19810829SU3A", Published.Today, another));
    }

    [Fact]
    public void The_national_reserve_number_has_the_address_of_the_base_profiles()
    {
        var number = NationalNumber.Parse("22950606-FH20", Published.Today, ReservnummerSchemes.All);

        Assert.Equal("1.2.752.74.9.1", number.Oid);
        Assert.Equal("http://electronichealth.se/identifier/nationelltReservnummer", number.FhirSystem);
        Assert.Equal(Sex.Female, number.LegalSex());
    }

    [Fact]
    public void No_published_number_fits_a_reserve_format() =>
        Assert.All(Published.All, text =>
            Assert.All(ReservnummerSchemes.All.Issuers, issuer => Assert.False(issuer.HasForm(text))));

    private static NationalNumber Read(string text) => NationalNumber.Parse(text, Published.Today);
}
