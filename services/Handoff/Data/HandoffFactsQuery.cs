using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Measures;
using NaraVard.Handoff.Domain.Outcomes;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Data;

/// <summary>Reads what the measures count.</summary>
internal static class HandoffFactsQuery
{
    private static readonly TimeSpan FollowedUp = TimeSpan.FromDays(31);

    /// <summary>The facts of the handoffs requested from one moment until another, without identities.</summary>
    public static async Task<IReadOnlyCollection<HandoffFacts>> Facts(
        this HandoffDb db, Expression<Func<HandoffCase, bool>> isMine, DateTimeOffset from, DateTimeOffset until,
        CancellationToken cancel)
    {
        var handoffs = await db.Handoffs.AsNoTracking().Where(isMine)
            .Where(handoff => handoff.RequestedAt >= from && handoff.RequestedAt < until)
            .Select(handoff => new Counted(
                handoff.Person, handoff.RequestedAt, handoff.AcknowledgedAt, handoff.AnsweredAt, handoff.Outcome,
                EF.Property<List<Receiver>>(handoff, "receivers")))
            .ToListAsync(cancel);
        var persons = handoffs.Select(handoff => handoff.Person).Distinct().ToList();
        var last = until + FollowedUp;
        var told = await db.CareEvents.AsNoTracking()
            .Where(row => persons.Contains(row.Person) && row.At >= from && row.At < last).ToListAsync(cancel);
        var byPerson = told.OrderBy(row => row.At).ToLookup(row => row.Person);
        return [.. handoffs.Select(handoff => Facts(handoff, byPerson[handoff.Person]))];
    }

    private static HandoffFacts Facts(Counted handoff, IEnumerable<CareEvent> told)
    {
        var after = told.Where(row => row.At >= handoff.RequestedAt).ToList();
        var home = after.Find(row => row.Kind is CareEventKind.WentHomeFromEr or CareEventKind.Admitted);
        var wentHomeAt = home is { Kind: CareEventKind.WentHomeFromEr } ? home.At : (DateTimeOffset?)null;
        return new HandoffFacts(
            handoff.RequestedAt,
            handoff.AcknowledgedAt,
            handoff.AnsweredAt,
            handoff.Outcome?.Kind,
            handoff.Outcome?.ServiceStart?.StartsAt,
            WasForwarded: handoff.Receivers.Count > 1,
            wentHomeAt,
            Next(CareEventKind.Admitted),
            Next(CareEventKind.ErVisit));

        DateTimeOffset? Next(CareEventKind kind) =>
            after.Find(row => row.Kind == kind && row.At > (wentHomeAt ?? handoff.RequestedAt))?.At;
    }

    /// <summary>What is counted of a handoff. What was disclosed is not read, and so not unsealed.</summary>
    private sealed record Counted(
        PersonKey Person,
        DateTimeOffset RequestedAt,
        DateTimeOffset? AcknowledgedAt,
        DateTimeOffset? AnsweredAt,
        Outcome? Outcome,
        List<Receiver> Receivers);
}
