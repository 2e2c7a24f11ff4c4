namespace NaraVard.Handoff.Tests.Features.Reference;

public sealed class DeskVersionsTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task The_version_of_the_day_applies_and_none_after_the_last()
    {
        host.Clock.MoveTo(new(2030, 3, 11, 7, 30, 0, TimeSpan.Zero));
        var kil = await host.Er.GetDeskAsync(new() { KommunCode = "1715" });

        Assert.Equal(("0980-31 92 23", false), (kil.Phone, kil.IsOpen));
        Assert.Equal(new DateTimeOffset(2030, 3, 11, 8, 0, 0, TimeSpan.Zero), kil.OpensAt.ToDateTimeOffset());

        host.Clock.MoveTo(new(2031, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var desks = await host.Er.ListDesksAsync(new());

        Assert.Equal(["1761", "1780"], desks.Desks.Select(desk => desk.KommunCode));
    }
}
