namespace NaraVard.Identifiers.Tests;

public sealed class OrganisationTests
{
    // The numbers of Region Stockholm, Uppsala, Sörmland, Jönköping and Västra Götaland, which are public.
    [Theory]
    [InlineData("232100-0016")]
    [InlineData("2321000024")]
    [InlineData("162321000032")]
    [InlineData("16232100-0057")]
    [InlineData(" 232100-0131 ")]
    public void Reads_an_organisation_number(string text)
    {
        var number = OrganisationNumber.Parse(text);

        Assert.StartsWith("2321000", number.Digits, StringComparison.Ordinal);
        Assert.Equal(number, OrganisationNumber.Parse(number.ToString()));
    }

    [Theory]
    [InlineData("", "organisation-number-format")]
    [InlineData("23210", "organisation-number-format")]
    [InlineData("2321-000016", "organisation-number-format")]
    [InlineData("2311000016", "organisation-number-format")]
    [InlineData("0321000016", "organisation-number-format")]
    [InlineData("2321000017", "organisation-number-check-digit")]
    public void Refuses_what_is_no_organisation_number(string text, string code)
    {
        Assert.False(OrganisationNumber.TryParse(text, out var number, out var error));
        Assert.Equal(code, error.Code);
        Assert.Throws<InvalidOperationException>(() => number.Digits);
    }

    [Theory]
    [InlineData("SE2321000016-1")]
    [InlineData("SE2321000016-1A2b")]
    [InlineData("SE2321000016-123456789012345678")]
    public void Reads_an_hsa_id(string text)
    {
        var id = HsaId.Parse(text);

        Assert.Equal(text, id.Value);
        Assert.Equal("2321000016", id.Owner.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SE2321000016-")]
    [InlineData("SE2321000016")]
    [InlineData("se2321000016-1")]
    [InlineData("NO2321000016-1")]
    [InlineData("SE232100016-1")]
    [InlineData("SE2321000016-å")]
    [InlineData("SE2321000016-a@b")]
    [InlineData("SE2321000016-1-2")]
    [InlineData("SE2321000016-1234567890123456789")]
    public void Refuses_what_is_no_hsa_id(string? text)
    {
        Assert.False(HsaId.TryParse(text, out var id, out var error));
        Assert.Equal("hsa-id-format", error.Code);
        Assert.Throws<InvalidOperationException>(() => id.Value);
    }
}
