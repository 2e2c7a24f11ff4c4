using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Hosting;
using Npgsql;

namespace NaraVard.Platform.Messaging.Sending;

/// <summary>Looks at the outbox now and then, so that whoever scrapes the metrics costs the database nothing.</summary>
internal sealed class OutboxGauges<TDb> : BackgroundService
    where TDb : DbContext
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // The size is the server's estimate: counting a long queue would make it longer.
    private const string Look = """
        select
            coalesce(extract(epoch from clock_timestamp() - (
                select created from platform.outbox where due < 'infinity' order by position limit 1)), 0)::float8,
            (select count(*) from platform.outbox where parked_at is not null),
            (select greatest(0, reltuples)::bigint from pg_class where oid = 'platform.outbox'::regclass),
            coalesce(extract(epoch from clock_timestamp() - (
                select min(xact_start) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid())), 0)::float8
        """;

    private readonly DatabaseConnections<TDb> database;
    private readonly TimeProvider clock;
    private volatile Sample last = new(0, 0, 0, 0);

    public OutboxGauges(
        DatabaseConnections<TDb> database, ServiceName<TDb> service, MessagingTelemetry telemetry, TimeProvider clock)
    {
        (this.database, this.clock) = (database, clock);
        var label = new KeyValuePair<string, object?>("service", service.Value);
        Gauge(
            "naravard.outbox.oldest_unsent", "s", "Age of the oldest message that waits.",
            last => last.OldestSeconds);
        Gauge(
            "naravard.outbox.parked", "{message}", "Messages that an operator must release.",
            last => last.Parked);
        Gauge(
            "naravard.outbox.size", "{message}", "Rows, by the server's estimate.",
            last => last.Size);
        Gauge(
            "naravard.database.oldest_transaction", "s", "Age of the oldest open transaction.",
            last => last.OldestTransactionSeconds);

        void Gauge(string name, string unit, string description, Func<Sample, double> value) =>
            telemetry.Meter.CreateObservableGauge(
                name, () => new Measurement<double>(value(last), label), unit, description);
    }

    /// <summary>Looks once.</summary>
    public async Task LookOnce(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(Look);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        last = new Sample(row.GetDouble(0), row.GetInt64(1), row.GetInt64(2), row.GetDouble(3));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookOnce(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // Readiness tells that the database is down; the last values stay.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private sealed record Sample(double OldestSeconds, long Parked, long Size, double OldestTransactionSeconds);
}
