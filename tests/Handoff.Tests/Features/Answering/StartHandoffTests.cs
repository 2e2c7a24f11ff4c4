using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class StartHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Begins_with_or_without_an_investigation(bool investigation)
    {
        var id = await host.Acknowledged();

        var started = await host.Bibbi.StartHandoffAsync(new() { HandoffId = id, Investigation = investigation });

        Assert.Equal((HandoffState.Started, investigation, 3L),
            (started.State, started.HasInvestigation, started.Version));
        Assert.Equal(started, await host.Read(id));
    }

    [Fact]
    public async Task Answers_the_same_again_and_changes_nothing()
    {
        var id = await host.Acknowledged();
        var request = new StartHandoffRequest { HandoffId = id, Investigation = true };
        var first = await host.Bibbi.StartHandoffAsync(request);

        Assert.Equal(first, await host.Bibbi.StartHandoffAsync(request));
    }

    [Fact]
    public Task Refuses_one_that_nobody_has_taken() => Refuses("not-acknowledged", host.Received());

    [Fact]
    public Task Refuses_to_begin_again_in_another_way() => Refuses("already-started", host.Started());

    [Fact]
    public Task Refuses_one_that_is_answered() => Refuses("already-started", host.Answered());

    [Fact]
    public Task Refuses_one_that_is_closed() => Refuses("handoff-closed", host.Closed());

    [Fact]
    public Task Refuses_an_id_that_is_none() => host.RefusesInput(
        People.Bibbi, ["handoffId required"], (c, o) => c.StartHandoffAsync(new(), o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Acknowledged(), (c, o, id) => c.StartHandoffAsync(new() { HandoffId = id }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await host.Acknowledged();

        await host.LetsInOnly(["bistandsbedomare"], (c, o) => c.StartHandoffAsync(new() { HandoffId = id }, o));
    }

    private async Task Refuses(string code, Task<string> handoff)
    {
        var id = await handoff;

        await host.Refuses(
            People.Bibbi, code, (c, o) => c.StartHandoffAsync(new() { HandoffId = id, Investigation = true }, o));
    }
}
