using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Hosting;
using Npgsql;

namespace NaraVard.Platform.Messaging.Sending;

/// <summary>
/// Sends what is in one service's outbox. Any number of them work on one table: a message is claimed under a lease,
/// sent
/// without any lock being held, and taken away after its confirm. One that is killed loses nothing; its claims run out.
/// </summary>
internal sealed partial class OutboxDispatcher<TDb>(
    OutboxTable<TDb> table, Wakeups<TDb> wakeups, MessageSender sender, BusState bus, BusOptions options,
    ServiceName<TDb> service, MessagingTelemetry telemetry, TimeProvider clock, ILogger<OutboxDispatcher<TDb>> log)
    : BackgroundService
    where TDb : DbContext
{
    private static readonly TimeSpan BusLook = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Settlement> settlements = Channel.CreateUnbounded<Settlement>();
    private readonly BackOff outage = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));
    private readonly BackOff retry = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(options.BackOffMaxSeconds));
    private readonly TimeSpan sendLimit = TimeSpan.FromSeconds(options.SendTimeoutSeconds);
    private readonly TimeSpan lease = TimeSpan.FromSeconds(3 * options.SendTimeoutSeconds);
    private string? source;
    private int inFlight;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was sent before the process stops is settled, or it would be sent again.
        var settling = Settle();
        try
        {
            for (var failures = 0; ;)
            {
                try
                {
                    await Dispatch(stoppingToken);
                    failures = 0;
                }
                catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
                {
                    Tell(e);
                    await outage.Pause(failures++, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Finish();
            await settling;
        }
    }

    /// <summary>Lets what is on its way end, so that the next process need not wait for its lease to run out.</summary>
    private async Task Finish()
    {
        var begun = clock.GetTimestamp();
        while (Volatile.Read(ref inFlight) > 0 && clock.GetElapsedTime(begun) < sendLimit)
            await Task.Delay(BusLook, clock);
        settlements.Writer.TryComplete();
    }

    /// <summary>Claims what may be claimed and begins to send it; waits when there is nothing.</summary>
    private async Task Dispatch(CancellationToken ct)
    {
        while (!bus.IsUp)
            await Task.Delay(BusLook, clock, ct);
        var wakeup = wakeups.Next(Wakeups<TDb>.Outbox);
        var room = options.DispatchBatch - Volatile.Read(ref inFlight);
        if (room <= options.DispatchBatch / 4)
        {
            await wakeup.Wait(Wakeups<TDb>.Backstop, ct);
            return;
        }

        source ??= await table.Source(service.Value, ct);
        var claimed = await table.Claim(room, lease, ct);
        var deadline = clock.GetTimestamp() + (long)((lease - sendLimit).TotalSeconds * clock.TimestampFrequency);
        Interlocked.Add(ref inFlight, claimed.Count);
        foreach (var message in claimed.Where(message => message.Person is null))
            _ = SendChain([message], deadline, ct);
        foreach (var chain in claimed.Where(message => message.Person is not null).GroupBy(message => message.Person))
            _ = SendChain([.. chain], deadline, ct);
        if (claimed.Count == 0)
            await wakeup.Wait(await Patience(ct), ct);
    }

    /// <summary>Sends one person's messages one after the other, and stops at the first that cannot be sent.</summary>
    private async Task SendChain(IReadOnlyList<ClaimedMessage> chain, long deadline, CancellationToken ct)
    {
        var sent = new List<ClaimedMessage>(chain.Count);
        Failure? failure = null;
        foreach (var message in chain)
        {
            // After the lease another dispatcher may send it: begin nothing that could end after that.
            if (clock.GetTimestamp() > deadline || ct.IsCancellationRequested)
            {
                failure = new Failure(message, TimeSpan.Zero, false, "Not begun.", false);
                break;
            }

            try
            {
                await sender.Send(message, source!, ct);
                sent.Add(message);
            }
            catch (Exception e)
            {
                failure = Judge(message, e, ct);
                break;
            }
        }

        settlements.Writer.TryWrite(new Settlement(sent, failure, chain.Count));
    }

    private Failure Judge(ClaimedMessage message, Exception e, CancellationToken ct)
    {
        var kind = e.GetType().Name;
        var reason = $"{kind}: {e.Message}";
        // In memory consumers are waited for, and a time-out may be the message's fault; a broker only keeps it.
        var mayBeItsFault = e is TimeoutException && options.Kind is BusKind.Memory;
        var isOutage = !bus.IsUp || (Trouble.Of(e) is TroubleKind.Outage && !mayBeItsFault);
        if (isOutage || ct.IsCancellationRequested)
            return new Failure(message, outage.After(2), false, reason, false);
        var isParked = e is Unsendable or Refused || message.Attempts + 1 >= options.SendAttemptsMax;
        telemetry.Failed(service.Value, isParked ? "parked" : "retried");
        if (isParked)
            Parked(service.Value, message.MessageType, message.Id, kind);
        return new Failure(message, retry.After(message.Attempts), true, reason, isParked);
    }

    /// <summary>Writes down, many at once, what became of the messages.</summary>
    private async Task Settle()
    {
        while (await settlements.Reader.WaitToReadAsync())
        {
            var done = new List<Settlement>();
            while (settlements.Reader.TryRead(out var one))
                done.Add(one);
            try
            {
                var sent = done.SelectMany(one => one.Sent).ToList();
                var failures = done.Select(one => one.Failure).OfType<Failure>().ToList();
                await table.Settle(sent, failures, CancellationToken.None);
                telemetry.Sent(service.Value, sent.Count);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                // The leases run out, and the messages are sent again to inboxes that have seen them.
                Tell(e);
            }

            Interlocked.Add(ref inFlight, -done.Sum(one => one.Claimed));
            wakeups.Wake(Wakeups<TDb>.Outbox);
        }
    }

    private async Task<TimeSpan> Patience(CancellationToken ct) =>
        await table.UntilNext(ct) is { } next && next < Wakeups<TDb>.Backstop
            ? TimeSpan.FromMilliseconds(Math.Max(1, next.TotalMilliseconds))
            : Wakeups<TDb>.Backstop;

    private void Tell(Exception e)
    {
        if (Trouble.Of(e) is TroubleKind.Conflict)
            telemetry.Conflict(service.Value);
        var cause = (e as PostgresException)?.SqlState ?? e.GetType().Name;
        if (Trouble.Of(e) is not TroubleKind.Conflict)
            Interrupted(service.Value, cause);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information,
        Message = "The outbox of {Service} is interrupted ({Cause}) and goes on by itself")]
    private partial void Interrupted(string service, string cause);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning,
        Message = "{Service}: {MessageType} {MessageId} is parked ({Cause}) until it is released or discarded")]
    private partial void Parked(string service, string messageType, Guid messageId, string cause);

    private sealed record Settlement(IReadOnlyList<ClaimedMessage> Sent, Failure? Failure, int Claimed);
}
