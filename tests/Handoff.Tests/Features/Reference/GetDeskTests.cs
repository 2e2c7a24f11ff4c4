using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Reference;

public sealed class GetDeskTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_the_desk_as_it_is_now()
    {
        var open = await host.Er.GetDeskAsync(new() { KommunCode = "1761" });

        Assert.Equal(
            ("1761", "Biståndsmottagningen Hammarö", "0980-31 92 21", true, ""),
            (open.KommunCode, open.Name, open.Phone, open.IsOpen, open.Notice));
        Assert.Null(open.OpensAt);

        host.Clock.MoveTo(new(2026, 3, 10, 15, 30, 0, TimeSpan.Zero));
        var closed = await host.Er.GetDeskAsync(new() { KommunCode = "1761" });

        Assert.False(closed.IsOpen);
        Assert.Equal(new DateTimeOffset(2026, 3, 11, 7, 0, 0, TimeSpan.Zero), closed.OpensAt.ToDateTimeOffset());
    }

    [Fact]
    public async Task Answers_the_same_again() => Assert.Equal(
        await host.Bibbi.GetDeskAsync(new() { KommunCode = "1780" }),
        await host.Bibbi.GetDeskAsync(new() { KommunCode = "1780" }));

    [Theory]
    [InlineData("0180")]
    [InlineData("")]
    [InlineData("Karlstad")]
    public Task Knows_no_other_desks(string kommun) => host.Refuses(
        People.Eva, Refusal.NotFound, (c, o) => c.GetDeskAsync(new() { KommunCode = kommun }, o), isLogged: false);

    [Fact]
    public Task Lets_in_only_those_who_work_with_handoffs() => host.LetsInOnly(
        ["er-staff", "bistandsbedomare", "partner"], (c, o) => c.GetDeskAsync(new() { KommunCode = "1780" }, o));
}
