using NaraVard.Contracts.Handoff.V1;

namespace NaraVard.Handoff.Tests.Features.Hearing;

/// <summary>What other services' events left behind.</summary>
internal static class Heard
{
    /// <summary>How much was noted of a visit.</summary>
    public static Task<long> Noted(this HandoffHost host, Guid visit) =>
        host.Database.Ask<long>($"select count(*) from care_events where visit_id = '{visit}'");

    /// <summary>How many events were ever said about the person who is asked for.</summary>
    public static Task<long> SaidOf(this HandoffHost host, RequestHandoffRequest ask) => host.Database.Ask<long>(
        "select coalesce(sum(sequence), 0)::bigint from platform.outbox_persons " +
        $"where person = '{host.KeyOf(ask.Person.Number).Value}'");
}
