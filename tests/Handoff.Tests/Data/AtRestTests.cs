using System.Text;
using Grpc.Core;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Handoff.Tests.Features;

namespace NaraVard.Handoff.Tests.Data;

public sealed class AtRestTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    private const string EveryTable = """
        select format('select %L || t::text from %I.%I t', table_name || ' ', table_schema, table_name)
        from information_schema.tables
        where table_schema in ('public', 'platform') and table_type = 'BASE TABLE'
        """;

    [Fact]
    public async Task Nothing_that_was_disclosed_or_decided_can_be_read_in_the_database()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = ask.HandoffId });
        await host.Bibbi.StartHandoffAsync(new() { HandoffId = ask.HandoffId });
        var outcome = host.HelpThisEvening();
        await host.Bibbi.RecordOutcomeAsync(new() { HandoffId = ask.HandoffId, Outcome = outcome });

        await AssertUnreadable(
            ask.Person.Number, ask.Person.Name, ask.Person.Phone, ask.Need.Summary, ask.NextOfKin.Name,
            outcome.ServiceStart.What);
    }

    [Fact]
    public async Task Neither_can_it_in_the_answers_that_are_kept_for_retries()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask, Key());
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = ask.HandoffId }, Key());

        await AssertUnreadable(ask.Person.Number, ask.Person.Name, ask.Need.Summary);
    }

    [Fact]
    public async Task A_retry_after_the_consent_was_withdrawn_shows_the_person_no_more()
    {
        var ask = host.Ask();
        var (key, take) = (Key(), new AcknowledgeHandoffRequest { HandoffId = ask.HandoffId });
        await host.Er.RequestHandoffAsync(ask);
        await host.Bibbi.AcknowledgeHandoffAsync(take, key);
        await host.Er.WithdrawConsentAsync(new() { HandoffId = ask.HandoffId });

        var error = await Record.ExceptionAsync(() => host.Bibbi.AcknowledgeHandoffAsync(take, key).ResponseAsync);

        Assert.Equal("handoff-closed", Refusal.Of(Assert.IsType<RpcException>(error)).Code);
    }

    private static Metadata Key() => new() { { "idempotency-key", Guid.CreateVersion7().ToString() } };

    private async Task AssertUnreadable(params string[] secrets)
    {
        foreach (var query in await host.Database.AskAll<string>(EveryTable))
            foreach (var row in await host.Database.AskAll<string>(query))
                Assert.All(secrets, secret => Assert.False(
                    row.Contains(secret, StringComparison.Ordinal)
                        || row.Contains(Hex(secret), StringComparison.Ordinal),
                    $"\"{secret}\" can be read in {row.Split(' ')[0]}."));
    }

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
}
