using MassTransit;
using NaraVard.Events.Er;
using NaraVard.Handoff.Data;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Features;

/// <summary>The person came to the ER: noted, to count returns (DOMAIN B9.3).</summary>
internal sealed class OnErVisitStarted(HandoffDb db) : IConsumer<ErVisitStarted>
{
    public async Task Consume(ConsumeContext<ErVisitStarted> context)
    {
        var told = context.Message;
        var visit = new CareEvent(
            PersonKey.Parse(told.PersonKey), CareEventKind.ErVisit, told.VisitId, told.OccurredAt.ToUniversalTime());
        await db.Note(visit, context.CancellationToken);
        await db.Commit(context.CancellationToken);
    }
}
