using MassTransit;
using Microsoft.EntityFrameworkCore;
using NaraVard.Events.Listing;
using NaraVard.Handoff.Data;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Features;

/// <summary>
/// A reserve number became a national number: what is held under the old key is the person's under the new one. The
/// access log is never rewritten; it keeps the key that was true when it was written.
/// </summary>
internal sealed class OnPersonIdentityMerged(HandoffDb db) : IConsumer<PersonIdentityMerged>
{
    public async Task Consume(ConsumeContext<PersonIdentityMerged> context)
    {
        var old = PersonKey.Parse(context.Message.OldPersonKey);
        var merged = PersonKey.Parse(context.Message.PersonKey);
        await db.Handoffs.Where(handoff => handoff.Person == old)
            .ExecuteUpdateAsync(row => row.SetProperty(handoff => handoff.Person, merged), context.CancellationToken);
        await db.CareEvents.Where(told => told.Person == old)
            .ExecuteUpdateAsync(row => row.SetProperty(told => told.Person, merged), context.CancellationToken);
        await db.Commit(context.CancellationToken);
    }
}
