using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Messaging.Sending;
using NaraVard.Platform.Messaging.Wire;
using NaraVard.Platform.Persons;

namespace NaraVard.Platform.Messaging;

/// <summary>
/// Says what happened, in the transaction of what happened. Nothing else publishes: what is said here is on its way
/// when
/// <c>SaveChanges</c> has committed, and never otherwise. Consumers see each message's effect once.
/// </summary>
public sealed class Outbox<TDb>
    where TDb : DbContext
{
    private readonly TDb db;
    private readonly CallerScope caller;
    private readonly Announcements<TDb> announcements;
    private readonly TimeProvider clock;
    private DateTimeOffset lastSaid;

    internal Outbox(TDb db, CallerScope caller, Announcements<TDb> announcements, TimeProvider clock) =>
        (this.db, this.caller, this.announcements, this.clock) = (db, caller, announcements, clock);

    /// <summary>Adds the message to the context of this scope. It carries the trace and the acting user on.</summary>
    /// <param name="person">
    /// Whom it is about: messages of one person arrive in the order of their commits, those of one commit in the order
    /// in which they were said, and one that cannot be sent holds back the later ones of that person until it is
    /// released or discarded. Null when it is about nobody.
    /// </param>
    /// <param name="message">An event record; its namespace and name are its contract.</param>
    public void Publish<T>(PersonKey? person, T message)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(message);
        if (person is { IsEmpty: true })
            throw new ArgumentException(
                "The person key is empty: leave it out when the event is about nobody.", nameof(person));
        db.Add(new OutboxRow
        {
            Id = LaterId(),
            Person = person?.Value,
            MessageType = MessageTypes.NameOf(message.GetType()),
            Body = JsonSerializer.Serialize(message, message.GetType(), OutboxRow.Json),
            TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
            TraceState = Activity.Current?.TraceStateString,
            Caller = caller.HasCaller ? CarriedCaller.Write(caller.Caller) : null,
        });
        announcements.Prepare(db, Wakeups<TDb>.Outbox);
    }

    /// <summary>A greater id than those before: rows of one commit are inserted in the order of their keys.</summary>
    private Guid LaterId()
    {
        var (now, next) = (clock.GetUtcNow(), lastSaid.AddMilliseconds(1));
        lastSaid = now > next ? now : next;
        return Guid.CreateVersion7(lastSaid);
    }
}
