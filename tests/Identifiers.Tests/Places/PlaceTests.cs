using NaraVard.Identifiers.Places;

namespace NaraVard.Identifiers.Tests.Places;

public sealed class PlaceTests
{
    [Fact]
    public void There_are_290_kommuner_in_21_counties()
    {
        Assert.Equal(290, KommunCode.All.Count);
        Assert.Equal(21, LanCode.All.Count);
        Assert.Equal(290, LanCode.All.Sum(lan => lan.Kommuner.Count()));
        Assert.All(KommunCode.All, kommun => Assert.StartsWith(kommun.Lan.Code, kommun.Code, StringComparison.Ordinal));
        Assert.All(KommunCode.All, kommun => Assert.Equal(kommun, KommunCode.Parse(kommun.ToString())));
    }

    [Fact]
    public void Karlstad_lies_in_Värmland_with_fifteen_others()
    {
        var karlstad = KommunCode.Parse("1780");

        Assert.Equal("Karlstads kommun", karlstad.Name);
        Assert.Equal("Karlstad", karlstad.ShortName);
        Assert.Equal("Värmlands län", karlstad.Lan.Name);
        Assert.Equal(16, karlstad.Lan.Kommuner.Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("178")]
    [InlineData("1700")]
    [InlineData("17800")]
    [InlineData(" 1780")]
    public void Refuses_a_kommun_that_is_not(string? text)
    {
        Assert.False(KommunCode.TryParse(text, out var code, out var error));
        Assert.Equal("kommun-code-unknown", error.Code);
        Assert.Throws<InvalidOperationException>(() => code.Name);
    }

    [Theory]
    [InlineData("02")]
    [InlineData("11")]
    [InlineData("26")]
    public void Refuses_a_county_that_is_not(string text)
    {
        Assert.False(LanCode.TryParse(text, out var code, out var error));
        Assert.Equal("lan-code-unknown", error.Code);
        Assert.Throws<InvalidOperationException>(() => code.Code);
    }

    [Theory]
    [InlineData("65224")]
    [InlineData("652 24")]
    [InlineData(" SE-652 24 ")]
    public void A_postal_code_leads_to_its_kommun(string text)
    {
        var code = PostalCode.Parse(text);

        Assert.Equal("65224", code.Code);
        Assert.Equal([KommunCode.Parse("1780")], code.Kommuner.ToArray());
    }

    [Fact]
    public void A_postal_code_that_nobody_knows_leads_nowhere() =>
        Assert.True(PostalCode.Parse("99999").Kommuner.IsEmpty);

    [Fact]
    public void A_postal_code_that_crosses_a_border_gives_every_kommun_once()
    {
        using var rows = new StringReader("""
            postal_code,locality,municipality_code,municipality_name
            65224,Karlstad,1780,Karlstads kommun
            65225,Karlstad,1780,Karlstads kommun
            65224,Karlstad,1715,Kils kommun
            65224,Karlstad,1780,Karlstads kommun
            65223,Karlstad,1761,Hammarö kommun
            """);

        var areas = new PostalAreas(Table.Rows(rows));

        Assert.Equal(["1715", "1780"], areas.Of(65224).ToArray().Select(kommun => kommun.Code));
        Assert.Equal(["1780"], areas.Of(65225).ToArray().Select(kommun => kommun.Code));
        Assert.Equal(["1761"], areas.Of(65223).ToArray().Select(kommun => kommun.Code));
    }

    [Fact]
    public void Every_row_of_the_postal_data_leads_to_a_known_kommun()
    {
        var rows = Table.Rows("postal_to_municipality.csv").ToList();

        Assert.Equal(15463, rows.Count);
        Assert.All(rows, row =>
            Assert.Contains(KommunCode.Parse(row[2]), PostalCode.Parse(row[0]).Kommuner.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("6522")]
    [InlineData("652245")]
    [InlineData("6522a")]
    [InlineData("65 224")]
    [InlineData("05224")]
    public void Refuses_a_postal_code_of_another_form(string text)
    {
        Assert.False(PostalCode.TryParse(text, out var code, out var error));
        Assert.Equal("postal-code-format", error.Code);
        Assert.Throws<InvalidOperationException>(() => code.Code);
    }
}
