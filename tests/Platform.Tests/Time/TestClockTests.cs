using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Time;

public sealed class TestClockTests
{
    [Fact]
    public void Shows_utc_whatever_zone_it_was_moved_in()
    {
        var clock = new TestClock(new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);

        clock.MoveTo(new(2026, 3, 10, 16, 20, 0, TimeSpan.FromHours(1)));

        Assert.Equal(new(2026, 3, 10, 15, 20, 0, TimeSpan.Zero), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
    }
}
