using MassTransit;
using Microsoft.EntityFrameworkCore;
using NaraVard.Events.Er;
using NaraVard.Handoff.Data;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Features;

/// <summary>
/// The person was admitted: open handoffs end, and say which admission it was, so that discharge planning (LUS) begins
/// with the link (DOMAIN E7).
/// </summary>
internal sealed class OnPatientAdmitted(HandoffDb db, Changes changes, TimeProvider clock) : IConsumer<PatientAdmitted>
{
    public async Task Consume(ConsumeContext<PatientAdmitted> context)
    {
        var told = context.Message;
        var person = PersonKey.Parse(told.PersonKey);
        var at = told.OccurredAt.ToUniversalTime();
        await db.Note(new CareEvent(person, CareEventKind.Admitted, told.VisitId, at), context.CancellationToken);
        // What is told late may be older than the handoff: that admission is over, and the person at the ER again.
        var open = await db.Handoffs
            .Where(handoff => handoff.Person == person && handoff.RequestedAt <= at)
            .Where(handoff => handoff.State != HandoffState.Closed)
            .ToListAsync(context.CancellationToken);

        foreach (var handoff in open.Where(handoff => handoff.End(EndReason.Admitted, clock.GetUtcNow())))
            await changes.Save(handoff, [Told.Closed(handoff, told.EncounterId)], context.CancellationToken);

        await db.Commit(context.CancellationToken);
    }
}
