using NaraVard.Listing.Domain.Clinics.Hours;

namespace NaraVard.Listing.Tests.Domain.Clinics.Hours;

public sealed class OpenSpanTests
{
    private const int Seed = 4711;

    [Theory]
    [InlineData("1-5#08:00#16:00#Lättakut")]
    [InlineData("1-7#00:00#24:00#Udda veckor")]
    [InlineData("7#10:00#14:00#")]
    [InlineData("6#23:59#24:00#ring # först")]
    public void Writes_what_it_reads(string text)
    {
        Assert.True(OpenSpan.TryParse(text, out var span, out _));

        Assert.Equal(text, span.ToString());
    }

    [Theory]
    [InlineData("1-5#08:00#16:00", "1-5#08:00#16:00#")]
    [InlineData(" 1-1#08:00#16:00# jämna veckor ", "1#08:00#16:00#jämna veckor")]
    public void Takes_what_HSA_also_writes(string text, string written)
    {
        Assert.True(OpenSpan.TryParse(text, out var span, out _));

        Assert.Equal(written, span.ToString());
    }

    [Theory]
    [InlineData(null, "opening-hours-format")]
    [InlineData("", "opening-hours-format")]
    [InlineData("0-5#08:00#16:00#", "opening-hours-format")]
    [InlineData("1-8#08:00#16:00#", "opening-hours-format")]
    [InlineData("1-5#8:00#16:00#", "opening-hours-format")]
    [InlineData("1-5#08:60#16:00#", "opening-hours-format")]
    [InlineData("1-5#08:00#24:01#", "opening-hours-format")]
    [InlineData("1-5#+8:00#16:00#", "opening-hours-format")]
    [InlineData("5-1#08:00#16:00#", "opening-hours-order")]
    [InlineData("1-5#08:00#08:00#", "opening-hours-order")]
    [InlineData("1-5#24:00#24:00#", "opening-hours-order")]
    public void Says_what_is_wrong(string? text, string code)
    {
        Assert.False(OpenSpan.TryParse(text, out _, out var fault));

        Assert.Equal(code, fault.Code);
    }

    [Fact]
    public void Any_span_is_read_as_it_was_written()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var (first, from) = (random.Next(1, 8), random.Next(0, 24 * 60));
            var (last, to) = (random.Next(first, 8), random.Next(from + 1, 24 * 60 + 1));
            var text = $"{first}-{last}#{from / 60:00}:{from % 60:00}#{to / 60:00}:{to % 60:00}#";

            Assert.True(OpenSpan.TryParse(text, out var span, out _), text);
            Assert.True(OpenSpan.TryParse(span.ToString(), out var again, out _), text);
            Assert.Equal((span, first, last, from, to),
                (again, span.FirstDay, span.LastDay, span.FromMinute, span.ToMinute));
        }
    }

    [Fact]
    public void Any_text_is_a_span_or_is_told_why_not()
    {
        var random = new Random(Seed);
        const string Alphabet = "0123456789-#:.+ åÅ\u00a0\ud83d\n\0";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 24))
                .Select(_ => Alphabet[random.Next(Alphabet.Length)]));

            var isOne = OpenSpan.TryParse(text, out var span, out var fault);

            Assert.Equal((isOne, !isOne), (span is not null, fault is not null));
        }
    }
}
