using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;
using Npgsql;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>
/// Receives messages for one service, and is the one place that decides what happens when it goes wrong. A lost race
/// and
/// an outage are tried again, within limits and without holding a transaction meanwhile; everything else goes to the
/// error queue at once. A message that comes before an earlier one of the same person and type waits for it a little;
/// one
/// that comes after a later one goes to the error queue, where an operator can let it through.
/// </summary>
internal sealed partial class Reception<TDb>(
    IServiceScopeFactory scopes, DatabaseConnections<TDb> database, Announcements<TDb> announcements,
    Deliveries deliveries, BusOptions options, ServiceName<TDb> service, MessagingTelemetry telemetry,
    TimeProvider clock, ILogger<Reception<TDb>> log)
    where TDb : DbContext
{
    private static readonly TimeSpan InMemoryOutage = TimeSpan.FromSeconds(2);

    // While one transaction has its effects, the next gathers and is read.
    private const int Servers = 2;

    private readonly Line line = new();
    private readonly Transactions<TDb> transactions = new(database, announcements);
    private readonly ConcurrentDictionary<string, Counter> counters = new(StringComparer.Ordinal);
    private readonly BackOff conflict = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2));
    private readonly BackOff outage =
        new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(options.BackOffMaxSeconds));

    /// <summary>Lets the message have its effect once.</summary>
    /// <param name="message">The message.</param>
    /// <param name="effect">Runs the consumer in the scope of one attempt.</param>
    /// <param name="ct">Ends at shutdown; the message then stays in its queue.</param>
    public async Task Receive(Received message, Func<IServiceProvider, Task> effect, CancellationToken ct)
    {
        using var activity = MessagingTelemetry.Activities.StartActivity(
            $"receive {message.Endpoint}", ActivityKind.Consumer, message.Trace);
        var begun = clock.GetTimestamp();
        line.Enter(message);
        try
        {
            var admission = await TryUntilDone(message, effect, begun, ct);
            var outcome = admission is Admission.Seen ? "seen" : "done";
            telemetry.Received(message.Endpoint, outcome, clock.GetElapsedTime(begun));
            deliveries.Accepted(message.MessageId);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            telemetry.Received(message.Endpoint, "refused", clock.GetElapsedTime(begun));
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            GiveUp(message, e);
            throw;
        }
        finally
        {
            line.Leave(message);
        }
    }

    /// <summary>Lets the later messages of the person pass one that lies in the error queue.</summary>
    public async Task LetPass(Received message, CancellationToken ct)
    {
        try
        {
            await InboxTable.LetPass(database.Source, message, ct);
        }
        catch (NpgsqlException)
        {
            // Then the later ones wait for it as long as they wait for any other.
        }
    }

    private async Task<Admission> TryUntilDone(
        Received message, Func<IServiceProvider, Task> effect, long begun, CancellationToken ct)
    {
        long? held = null;
        for (var failures = 0; ;)
        {
            var waited = clock.GetElapsedTime(begun);
            try
            {
                var mayGoAhead = held is { } since
                    && clock.GetElapsedTime(since).TotalSeconds >= options.HoldSeconds && line.IsFirst(message);
                var gate = await Attempt(message, effect, mayGoAhead, ct);
                switch (gate.Admission)
                {
                    case Admission.Admitted:
                        return Admission.Admitted;
                    case Admission.Seen:
                        return Admission.Seen;
                    case Admission.Late:
                        throw new OlderThanSeen();
                    case Admission.Ahead:
                        held ??= clock.GetTimestamp();
                        // The next in line looks often, those far behind seldom.
                        await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(4 * gate.Ahead, 4, 150)), clock, ct);
                        break;
                }
            }
            catch (Exception e) when (Again(e, failures, waited))
            {
                if (Trouble.Of(e) is TroubleKind.Conflict)
                    telemetry.Conflict(service.Value);
                await (Trouble.Of(e) is TroubleKind.Conflict ? conflict : outage).Pause(failures++, clock, ct);
            }
        }
    }

    private Task<Gate> Attempt(
        Received message, Func<IServiceProvider, Task> effect, bool mayGoAhead, CancellationToken ct) => counters
        .GetOrAdd(message.Endpoint, _ => new Counter(Servers, options.ReceiveBatch, transactions.Serve))
        .Ask(new Attempt(message, mayGoAhead, transaction => HaveEffect(message, effect, transaction, ct), ct));

    /// <summary>The consumer, in a scope of its own and the transaction of several.</summary>
    private async Task<IReadOnlyCollection<string>> HaveEffect(
        Received message, Func<IServiceProvider, Task> effect, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallerScope>().Enter(message.Caller ?? Caller.System(service.Value));
        var db = services.GetRequiredService<TDb>();
        db.Database.AutoSavepointsEnabled = false;
        db.Database.SetDbConnection(transaction.Connection);
        await db.Database.UseTransactionAsync(transaction, ct);
        await effect(services);
        // For a consumer that only said something, or forgot: the mark must not commit without the effect.
        await db.SaveChangesAsync(ct);
        return announcements.Take(db);
    }

    private void GiveUp(Received message, Exception e)
    {
        GivenUp(message.Endpoint, message.MessageId, e.GetType().Name);
        var reason = Trouble.Of(e) is TroubleKind.Fault ? new Refused(message.Endpoint, e) : e;
        deliveries.Refused(message.MessageId, reason);
    }

    private bool Again(Exception e, int failures, TimeSpan waited) => Trouble.Of(e) switch
    {
        TroubleKind.Conflict => failures + 1 < options.ConflictAttemptsMax,
        // In memory the message is still in its outbox, which tries again for as long as it takes.
        TroubleKind.Outage when options.Kind is BusKind.Memory => waited < InMemoryOutage,
        TroubleKind.Outage => waited.TotalSeconds < options.OutageSeconds,
        TroubleKind.Fault => false,
    };

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning,
        Message = "{Endpoint}: message {MessageId} is given up ({Cause}) until it is replayed")]
    private partial void GivenUp(string endpoint, Guid messageId, string cause);
}

/// <summary>
/// A later message of the same person and type has had its effect. Replaying lets this one through all the same.
/// </summary>
internal sealed class OlderThanSeen()
    : Exception("older-than-seen: a later message of the same person and type has had its effect already.");
