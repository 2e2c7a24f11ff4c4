using NaraVard.Contracts.Handoff.V1;
using NaraVard.Platform.Access;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class GetHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_all_that_the_er_disclosed()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);

        var handoff = await host.Read(ask.HandoffId);

        Assert.Equal((HandoffState.Received, 1L, "1780"), (handoff.State, handoff.Version, handoff.KommunCode));
        Assert.Equal(
            (ask.Person, ask.Consent, ask.Need, ask.NextOfKin, ask.ErContact),
            (handoff.Person, handoff.Consent, handoff.Need, handoff.NextOfKin, handoff.ErContact));
        Assert.Equal((People.Eva.Unit, "1780"), (handoff.ErUnit, Assert.Single(handoff.Receivers).KommunCode));
    }

    [Fact]
    public async Task Says_what_may_be_done_and_why_not()
    {
        var id = await host.Received();

        var actions = (await host.Read(id)).AllowedActions.ToDictionary(action => action.Action);

        Assert.Equal(
            ["acknowledgements", "consent-withdrawals", "forwardings"],
            actions.Values.Where(action => action.Allowed).Select(action => action.Action).Order());
        Assert.Equal("not-acknowledged", actions["starts"].Code);
        Assert.Equal("no-outcome", actions["closings"].Code);
        Assert.All(actions.Values, action => Assert.Equal(action.Allowed, action.Reason.Length == 0));
    }

    [Theory]
    [InlineData(Protection.SecrecyMarking)]
    [InlineData(Protection.ProtectedRegistration)]
    [InlineData(Protection.Unknown)]
    [InlineData(Protection.Unspecified)]
    public async Task Masks_the_number_of_everybody_who_is_or_may_be_protected(Protection protection)
    {
        var id = await host.Received(ask => ask.Person.Protection = protection);

        var handoff = await host.Read(id);

        Assert.Equal("********-****", handoff.Person.Number);
        Assert.True(handoff.AllowedActions.Single(action => action.Action == "number-disclosures").Allowed);
    }

    [Fact]
    public async Task Is_read_in_the_log_as_the_regions_data()
    {
        var id = await host.Received();
        await host.Read(id);

        var row = (await host.AccessRowsOf(id))[^1];

        Assert.Equal((true, Activity.Read, People.Bibbi.Subject, "region:17"),
            (row.IsAllowed, row.Activity, row.Subject, row.ResourceOwner));
    }

    [Fact]
    public async Task Answers_the_same_again()
    {
        var id = await host.Received();

        Assert.Equal(await host.Read(id), await host.Read(id));
    }

    [Fact]
    public Task Refuses_an_id_that_is_none() => host.RefusesInput(
        People.Bibbi, ["handoffId malformed"], (c, o) => c.GetHandoffAsync(new() { HandoffId = "x" }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Received(), (c, o, id) => c.GetHandoffAsync(new() { HandoffId = id }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await host.Received();

        await host.LetsInOnly(["bistandsbedomare"], (c, o) => c.GetHandoffAsync(new() { HandoffId = id }, o));
    }
}
