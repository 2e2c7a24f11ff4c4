using Grpc.Wire;

namespace NaraVard.Grpc.Tests.Wire;

public sealed class TextFormTests
{
    [Theory]
    [InlineData("plain text, with ~ and space", "plain text, with ~ and space")]
    [InlineData("100 %", "100 %25")]
    [InlineData("å\n", "%C3%A5%0A")]
    [InlineData("🙂", "%F0%9F%99%82")]
    [InlineData("", "")]
    public void Messages_are_percent_encoded_and_back(string text, string encoded)
    {
        Assert.Equal(encoded, PercentEncoding.Encode(text));
        Assert.Equal(text, PercentEncoding.Decode(encoded));
    }

    [Theory]
    [InlineData("50%", "50%")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("%4", "%4")]
    [InlineData("å%41", "åA")]
    public void What_is_not_encoded_rightly_stays(string encoded, string text) =>
        Assert.Equal(text, PercentEncoding.Decode(encoded));

    [Theory]
    [InlineData(0, "0n")]
    [InlineData(1, "100n")]
    [InlineData(10_000, "1000000n")]
    [InlineData(10_000_000, "1000000u")]
    [InlineData(600_000_000, "60000000u")]
    [InlineData(36_000_000_000, "3600000m")]
    [InlineData(864_000_000_000_000, "86400000S")]
    [InlineData(long.MaxValue, "99999999H")]
    public void Timeouts_use_the_finest_unit_that_fits(long ticks, string text)
    {
        Assert.Equal(text, TimeoutHeader.Format(TimeSpan.FromTicks(ticks)));
        Assert.True(TimeoutHeader.TryParse(text, out var parsed));
        Assert.True(ticks > TimeSpan.TicksPerDay * 1000 || parsed.Ticks == ticks);
    }

    [Fact]
    public void The_longest_timeout_that_can_be_written_can_be_read()
    {
        Assert.True(TimeoutHeader.TryParse("99999999H", out var timeout));

        Assert.True(timeout > TimeSpan.FromDays(365 * 10_000));
    }
}
