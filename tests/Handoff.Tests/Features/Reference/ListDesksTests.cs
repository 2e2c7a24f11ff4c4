namespace NaraVard.Handoff.Tests.Features.Reference;

public sealed class ListDesksTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_all_desks_by_kommun_code()
    {
        var list = await host.Er.ListDesksAsync(new());

        Assert.Equal(["1715", "1761", "1780"], list.Desks.Select(desk => desk.KommunCode));
        Assert.All(list.Desks, desk => Assert.True(desk.IsOpen));
    }

    [Fact]
    public async Task Answers_the_same_again() =>
        Assert.Equal(await host.Bibbi.ListDesksAsync(new()), await host.Bibbi.ListDesksAsync(new()));

    [Fact]
    public Task Lets_in_only_those_who_work_with_handoffs() => host.LetsInOnly(
        ["er-staff", "bistandsbedomare", "partner"], (c, o) => c.ListDesksAsync(new(), o));
}
