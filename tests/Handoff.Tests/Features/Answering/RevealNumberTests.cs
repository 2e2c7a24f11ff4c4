using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class RevealNumberTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    private const string Why = "Registrera insats i verksamhetssystemet";

    [Fact]
    public async Task Shows_the_masked_number_and_logs_why()
    {
        var ask = host.Ask(ask => ask.Person.Protection = Protection.ProtectedRegistration);
        await host.Er.RequestHandoffAsync(ask);

        var shown = await host.Bibbi.RevealNumberAsync(new() { HandoffId = ask.HandoffId, Reason = Why });

        Assert.Equal(ask.Person.Number, shown.Number);
        var row = (await host.AccessRowsOf(ask.HandoffId))[^1];
        Assert.Equal((true, Why, People.Bibbi.Subject), (row.IsAllowed, row.Reason, row.Subject));
    }

    [Fact]
    public async Task Answers_the_same_again_and_logs_each_look()
    {
        var id = await Protected();
        var request = new RevealNumberRequest { HandoffId = id, Reason = Why };

        Assert.Equal(await host.Bibbi.RevealNumberAsync(request), await host.Bibbi.RevealNumberAsync(request));
        Assert.Equal(2, (await host.AccessRowsOf(id)).Count(row => row.Reason == Why));
    }

    [Fact]
    public async Task Refuses_a_number_that_is_not_masked() =>
        await Refuses("number-not-masked", await host.Received());

    [Fact]
    public async Task Refuses_one_that_is_closed()
    {
        var id = await Protected();
        await host.Er.WithdrawConsentAsync(new() { HandoffId = id });

        await Refuses("handoff-closed", id);
    }

    [Theory]
    [InlineData("", "reason required")]
    [InlineData("bara", "reason too-short")]
    public async Task Refuses_without_a_reason_that_says_something(string reason, string fault)
    {
        var id = await Protected();

        await host.RefusesInput(
            People.Bibbi, [fault], (c, o) => c.RevealNumberAsync(new() { HandoffId = id, Reason = reason }, o));
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Bibbi, ["handoffId malformed", "reason too-long"],
        (c, o) => c.RevealNumberAsync(new() { HandoffId = "x", Reason = new string('x', 201) }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await Protected(),
        (c, o, id) => c.RevealNumberAsync(new() { HandoffId = id, Reason = Why }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await Protected();

        await host.LetsInOnly(
            ["bistandsbedomare"], (c, o) => c.RevealNumberAsync(new() { HandoffId = id, Reason = Why }, o));
    }

    private Task<string> Protected() => host.Received(ask => ask.Person.Protection = Protection.SecrecyMarking);

    private Task<Refusal> Refuses(string code, string id) => host.Refuses(
        People.Bibbi, code, (c, o) => c.RevealNumberAsync(new() { HandoffId = id, Reason = Why }, o));
}
