using Microsoft.Extensions.Logging;
using NaraVard.Platform.Telemetry;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Telemetry;

public class MaskingTests
{
    [Theory]
    [InlineData("189001019802")]
    [InlineData("19820202-9289")]
    [InlineData("820202-9289")]
    [InlineData("8202029289")]
    [InlineData("900101+9802")]
    [InlineData("1982-02-02-9289")]
    [InlineData("191401682396")]
    [InlineData("199502862395")]
    [InlineData("19810829SU3A")]
    [InlineData("991981000010")]
    [InlineData("19810829M071")]
    [InlineData("201701451234")]
    public void Masks_identity_numbers_of_every_kind(string number)
    {
        Assert.Equal("person [id] found", Masking.Mask($"person {number} found"));
        Assert.Equal("pnr=[id];", Masking.Mask($"pnr={number};"));
        Assert.Equal("pnr[id] of a very long line", Masking.Mask($"pnr{number} of a very long line"));
    }

    [Theory]
    [InlineData("eva.sandgren@region.example.se", "[mail]")]
    [InlineData("+46 70 123 45 67", "[phone]")]
    [InlineData("070-123 45 67", "[phone]")]
    [InlineData("0739876543", "[phone]")]
    [InlineData("054-61 50 00", "[phone]")]
    public void Masks_mail_and_telephone(string text, string mask) =>
        Assert.Equal($"to {mask} now", Masking.Mask($"to {text} now"));

    [Theory]
    [InlineData("SE9900000176-CSKAKUT")]
    [InlineData("019c2f4e-7a10-7c3b-9d55-0242ac120002")]
    [InlineData("2026-03-10T08:00:00.0000000Z")]
    [InlineData("10.0.0.12:5432")]
    [InlineData("4bf92f3577b34da6a3ce929d0e0e4736")]
    [InlineData("request-01a2011267367bde9e878549e12ffcaa")]
    [InlineData("took 12345678 ms")]
    public void Leaves_what_is_no_persons(string text) => Assert.Equal(text, Masking.Mask(text));

    [Fact]
    public void Masks_message_values_scopes_and_exceptions_in_every_line()
    {
        using var captured = new CapturedLog();
        var log = captured.CreateLogger("test");

        using (log.BeginScope(new Dictionary<string, object?> { ["person"] = "19820202-9289" }))
        using (log.BeginScope("asked for 189001019802"))
#pragma warning disable CA2254, CA1848, CA1873 // What must not happen is what is tried here.
            log.LogError(
                new InvalidOperationException("no 8202029289", new ArgumentException("eva@region.example.se")),
                "found {Number} of 191401682396", "199502862395");
#pragma warning restore CA2254, CA1848, CA1873

        Assert.DoesNotMatch("9289|9802|2396|2395|eva@", captured.Text);
        Assert.Contains("\"message\":\"found [id] of [id]\"", captured.Text, StringComparison.Ordinal);
        Assert.Contains("\"person\":\"[id]\"", captured.Text, StringComparison.Ordinal);
        Assert.Single(captured.Text.Trim().Split('\n'));
    }
}
