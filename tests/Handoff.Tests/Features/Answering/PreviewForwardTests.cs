using NaraVard.Contracts.Handoff.V1;
using NaraVard.Handoff.Domain;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class PreviewForwardTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_what_follows_what_is_made_anew_and_what_may_not_cross()
    {
        var id = await host.Started();

        var preview = await host.Bibbi.PreviewForwardAsync(new() { HandoffId = id, KommunCode = "1761" });

        Assert.Contains("person", preview.Copied);
        Assert.Contains("acknowledgedBy", preview.NeedsMapping);
        Assert.Contains("hasInvestigation", preview.NotCopied);
        Assert.Equal((true, "1761"), (preview.Forward.Allowed, preview.Desk.KommunCode));
    }

    [Fact]
    public async Task Keeps_what_it_promises()
    {
        var id = await host.Started(investigation: true);
        var preview = await host.Bibbi.PreviewForwardAsync(new() { HandoffId = id, KommunCode = "1761" });
        var before = await host.Read(id);
        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var after = await host.Read(id, People.Hanna);

        foreach (var name in preview.Copied.Except(["version", "receivers"]))
            Assert.Equal(Field(before, name), Field(after, name));
        var fresh = await host.Read(await host.Received(ask => ask.KommunCode = "1761"), People.Hanna);
        foreach (var name in preview.NotCopied.Except(["history"]))
            Assert.Equal(Field(fresh, name), Field(after, name));
        Assert.Equal(fresh.History.Select(entry => entry.State), after.History.Select(entry => entry.State));
    }

    [Fact]
    public async Task Says_why_it_may_not_be_forwarded_and_changes_nothing()
    {
        var id = await host.Received(ask => ask.Consent.Scope = ConsentScope.NamedKommun);
        var before = await host.Read(id);

        var preview = await host.Bibbi.PreviewForwardAsync(new() { HandoffId = id, KommunCode = "1761" });

        Assert.Equal((false, "consent-does-not-cover"), (preview.Forward.Allowed, preview.Forward.Code));
        Assert.Equal(Refusals.ConsentDoesNotCover().Text.Sv, preview.Forward.Reason);
        Assert.Equal(before, await host.Read(id));
    }

    [Fact]
    public async Task Answers_the_same_again()
    {
        var request = new PreviewForwardRequest { HandoffId = await host.Received(), KommunCode = "1761" };

        Assert.Equal(await host.Bibbi.PreviewForwardAsync(request), await host.Bibbi.PreviewForwardAsync(request));
    }

    [Fact]
    public async Task Refuses_a_kommun_without_a_desk()
    {
        var id = await host.Received();

        await host.Refuses(
            People.Bibbi, "no-desk", (c, o) => c.PreviewForwardAsync(new() { HandoffId = id, KommunCode = "0180" }, o));
    }

    [Fact]
    public Task Refuses_what_is_malformed() => host.RefusesInput(
        People.Bibbi, ["handoffId malformed", "kommunCode kommun-code-unknown"],
        (c, o) => c.PreviewForwardAsync(new() { HandoffId = "x", KommunCode = "9999" }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Received(),
        (c, o, id) => c.PreviewForwardAsync(new() { HandoffId = id, KommunCode = "1715" }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await host.Received();

        await host.LetsInOnly(
            ["bistandsbedomare"],
            (c, o) => c.PreviewForwardAsync(new() { HandoffId = id, KommunCode = "1761" }, o));
    }

    private static object? Field(Contracts.Handoff.V1.Handoff handoff, string name) =>
        Contracts.Handoff.V1.Handoff.Descriptor.Fields.InDeclarationOrder()
            .Single(field => field.JsonName == name).Accessor.GetValue(handoff);
}
