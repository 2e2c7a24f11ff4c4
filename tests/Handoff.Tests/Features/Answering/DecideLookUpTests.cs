using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class DecideLookUpTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Forbids_after_a_talk_without_an_investigation_even_with_consent()
    {
        var id = await host.Started(investigation: false);

        var decision = await host.Bibbi.DecideLookUpAsync(WithConsent(id));

        Assert.Equal((LookUpExtent.Nothing, "forbidden"), (decision.Extent, decision.Code));
        Assert.Contains("7 §", decision.Law, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allows_with_an_investigation_and_consent()
    {
        var id = await host.Started(investigation: true);

        var decision = await host.Bibbi.DecideLookUpAsync(WithConsent(id));

        Assert.Equal((LookUpExtent.Records, "social-care-consent"), (decision.Extent, decision.Code));
        Assert.Contains("samtycker", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allows_when_the_person_receives_efforts_already()
    {
        var request = WithConsent(await host.Received());
        request.ReceivesEfforts = true;

        Assert.Equal(LookUpExtent.Records, (await host.Bibbi.DecideLookUpAsync(request)).Extent);
    }

    [Fact]
    public async Task Takes_the_consent_to_the_handoff_for_no_consent_to_look()
    {
        var request = WithConsent(await host.Started(investigation: true));
        request.HasConsent = false;

        Assert.Equal(LookUpExtent.Nothing, (await host.Bibbi.DecideLookUpAsync(request)).Extent);
    }

    [Fact]
    public async Task Never_opens_what_is_blocked_or_anything_in_an_emergency()
    {
        var id = await host.Started(investigation: true);
        var (blocked, emergency) = (WithConsent(id), WithConsent(id));
        (blocked.IsBlocked, emergency.Capacity) = (true, PersonCapacity.Emergency);

        Assert.Equal(LookUpExtent.Nothing, (await host.Bibbi.DecideLookUpAsync(blocked)).Extent);
        Assert.Equal(LookUpExtent.Nothing, (await host.Bibbi.DecideLookUpAsync(emergency)).Extent);
    }

    [Fact]
    public async Task Answers_the_same_again()
    {
        var request = WithConsent(await host.Received());

        Assert.Equal(await host.Bibbi.DecideLookUpAsync(request), await host.Bibbi.DecideLookUpAsync(request));
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Bibbi, ["capacity required", "handoffId malformed", "source unknown-code"],
        (c, o) => c.DecideLookUpAsync(new() { HandoffId = "x", Source = (RecordSource)9 }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Received(), (c, o, id) => c.DecideLookUpAsync(WithConsent(id), o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var request = WithConsent(await host.Received());

        await host.LetsInOnly(["bistandsbedomare"], (c, o) => c.DecideLookUpAsync(request, o));
    }

    private static DecideLookUpRequest WithConsent(string id) => new()
    {
        HandoffId = id,
        Capacity = PersonCapacity.CanConsent,
        Source = RecordSource.CareProvider,
        HasConsent = true,
        MayMatter = true,
    };
}
