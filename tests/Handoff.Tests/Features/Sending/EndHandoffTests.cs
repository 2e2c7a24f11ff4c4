using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Sending;

public sealed class EndHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Theory]
    [InlineData(EndReason.Admitted, "END_REASON_ADMITTED")]
    [InlineData(EndReason.Left, "END_REASON_LEFT")]
    [InlineData(EndReason.Deceased, "END_REASON_DECEASED")]
    public async Task Ends_the_handoff_and_tells_why(EndReason reason, string code)
    {
        var id = await host.Acknowledged();

        var ending = await host.Er.EndHandoffAsync(new() { HandoffId = id, Reason = reason });

        var seen = await host.Read(id);
        Assert.Equal((reason, 3L, seen.ClosedAt), (ending.Reason, ending.Version, ending.EndedAt));
        Assert.Equal((HandoffState.Closed, reason), (seen.State, seen.EndReason));
        Assert.Equal(code, (await host.Heard<HandoffClosed>(id)).Reason);
    }

    [Fact]
    public async Task Answers_the_same_again_and_changes_nothing()
    {
        var request = new EndHandoffRequest { HandoffId = await host.Received(), Reason = EndReason.Left };
        var first = await host.Er.EndHandoffAsync(request);

        Assert.Equal(first, await host.Er.EndHandoffAsync(request));
    }

    [Fact]
    public async Task Refuses_to_end_for_another_reason_what_has_ended()
    {
        var id = await host.Closed();

        await host.Refuses(
            People.Eva, "handoff-closed",
            (c, o) => c.EndHandoffAsync(new() { HandoffId = id, Reason = EndReason.Left }, o));
    }

    [Theory]
    [InlineData(EndReason.Unspecified, "reason required")]
    [InlineData(EndReason.Completed, "reason not-an-ending")]
    [InlineData(EndReason.ConsentWithdrawn, "reason not-an-ending")]
    [InlineData((EndReason)99, "reason unknown-code")]
    public Task Names_everything_that_is_wrong_at_once(EndReason reason, string fault) => host.RefusesInput(
        People.Eva, ["handoffId required", fault], (c, o) => c.EndHandoffAsync(new() { Reason = reason }, o));

    [Fact]
    public async Task Hides_another_units_handoffs() => await host.HidesFrom(
        People.OtherEr, await host.Received(),
        (c, o, id) => c.EndHandoffAsync(new() { HandoffId = id, Reason = EndReason.Left }, o));

    [Fact]
    public async Task Lets_in_only_staff_of_an_er()
    {
        var request = new EndHandoffRequest { HandoffId = await host.Received(), Reason = EndReason.Left };

        await host.LetsInOnly(["er-staff"], (c, o) => c.EndHandoffAsync(request, o));
    }
}
