using Grpc.Core;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>Nobody changes what somebody else has changed since then, when the caller says what was read.</summary>
public sealed class VersionsTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Lets_the_version_pass_that_the_caller_has_seen()
    {
        var id = await host.Received();

        var taken = await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id }, Seen(1));

        Assert.Equal(2, taken.Version);
    }

    [Fact]
    public async Task Answers_a_retry_the_same_although_its_own_change_made_the_version_old()
    {
        var id = await host.Received();
        var first = await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id }, Seen(1));

        Assert.Equal(first, await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id }, Seen(1)));
    }

    [Fact]
    public async Task Refuses_an_old_version_wherever_something_is_changed()
    {
        var (received, acknowledged) = (await host.Received(), await host.Acknowledged());
        var (started, answered) = (await host.Started(), await host.Answered());

        await Refuses(People.Bibbi, 1, (c, o) => c.AcknowledgeHandoffAsync(new() { HandoffId = received }, o));
        await Refuses(People.Bibbi, 2, (c, o) => c.StartHandoffAsync(new() { HandoffId = acknowledged }, o));
        await Refuses(People.Bibbi, 3, (c, o) => c.RecordOutcomeAsync(
            new() { HandoffId = started, Outcome = host.HelpThisEvening() }, o));
        await Refuses(People.Bibbi, 4, (c, o) => c.CloseHandoffAsync(new() { HandoffId = answered }, o));
        await Refuses(People.Bibbi, 1, (c, o) => c.ForwardHandoffAsync(
            new() { HandoffId = received, KommunCode = "1761" }, o));
        await Refuses(People.Eva, 1, (c, o) => c.WithdrawConsentAsync(new() { HandoffId = received }, o));
        await Refuses(People.Eva, 1, (c, o) => c.EndHandoffAsync(
            new() { HandoffId = received, Reason = EndReason.Left }, o));
    }

    private async Task Refuses<T>(
        TestUser user, long current, Func<HandoffService.HandoffServiceClient, CallOptions, AsyncUnaryCall<T>> call)
    {
        var refusal = await host.Refuses(user, "version-mismatch", (client, options) =>
        {
            options.Headers!.Add("if-match", "\"9\"");
            return call(client, options);
        });

        Assert.Equal(current, long.Parse(refusal.Facts["currentVersion"], null));
    }

    private static Metadata Seen(long version) => new() { { "if-match", $"\"{version}\"" } };
}
