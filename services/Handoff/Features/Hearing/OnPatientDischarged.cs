using MassTransit;
using Microsoft.EntityFrameworkCore;
using NaraVard.Events.Er;
using NaraVard.Handoff.Data;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Features;

/// <summary>
/// The person went home: the kommun of the latest answered handoff is to follow up (DOMAIN E7). Not when the consent
/// was withdrawn, and not long after: then the homecoming belongs to something else.
/// </summary>
internal sealed class OnPatientDischarged(HandoffDb db, Outbox<HandoffDb> outbox, HandoffOptions options)
    : IConsumer<PatientDischarged>
{
    public async Task Consume(ConsumeContext<PatientDischarged> context)
    {
        var told = context.Message;
        var person = PersonKey.Parse(told.PersonKey);
        var wentHomeAt = told.OccurredAt.ToUniversalTime();
        var kind = told.FromHospital ? CareEventKind.WentHomeFromHospital : CareEventKind.WentHomeFromEr;
        if (!await db.Note(new CareEvent(person, kind, told.VisitId, wentHomeAt), context.CancellationToken))
            return;
        var earliest = wentHomeAt.AddDays(-options.FollowUpWithinDays);
        var answered = await db.Handoffs.AsNoTracking()
            .Where(handoff => handoff.Person == person && handoff.ConsentWithdrawnAt == null)
            .Where(handoff => handoff.AnsweredAt <= wentHomeAt && handoff.AnsweredAt >= earliest)
            .OrderByDescending(handoff => handoff.AnsweredAt).FirstOrDefaultAsync(context.CancellationToken);

        if (answered is { Outcome.NeedsFollowUp: true })
            outbox.Publish(person, Told.FollowUpDue(answered, wentHomeAt, options.FollowUpAfterDays));

        await db.Commit(context.CancellationToken);
    }
}
