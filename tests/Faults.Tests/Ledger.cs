using System.Text;
using System.Text.Json.Nodes;
using NaraVard.Testing;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NaraVard.Faults.Tests;

/// <summary>Reads what was committed, what was done, and what waits where.</summary>
internal sealed class Ledger(PostgreSqlServer database, RabbitMqNode broker) : IAsyncDisposable
{
    /// <summary>Each consumer and its queue.</summary>
    private static readonly (string Consumer, string Queue)[] Queues =
    [
        (nameof(Worker.OnEntered), "worker-on-entered"), (nameof(Worker.OnEnteredToo), "worker-on-entered-too"),
        (nameof(Worker.OnCorrected), "worker-on-corrected"),
    ];

    private readonly NpgsqlDataSource source =
        NpgsqlDataSource.Create(database.ConnectionString(KillLoop.Database));

    public Task<long> CountSaid() => Ask("select count(*) from said");

    public Task<long> CountDone() => Ask("select count(*) from effects");

    /// <summary>How many messages an operator need not touch, and are still on their way.</summary>
    public Task<long> CountUnsent() => Ask("select count(*) from platform.outbox where due < 'infinity'");

    public async Task<Findings> Look() => new(
        await Rows(
            "select person, number, event, is_poison, is_unsendable from said order by person, number",
            row => new Said(row.GetGuid(0), row.GetInt64(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4))),
        await Rows(
            "select consumer, person, number from effects order by position",
            row => new Done(row.GetString(0), row.GetGuid(1), row.GetInt64(2))),
        await ErrorQueues(),
        await Rows(
            """
            select o.id, o.person, o.reason, (select count(*) from platform.outbox later
                where later.person = o.person and later.person_sequence > o.person_sequence)
            from platform.outbox o where o.parked_at is not null
            """,
            row => new Parked(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetInt64(3))));

    /// <summary>What the error queues hold; they hold it still afterwards.</summary>
    public async Task<IReadOnlySet<Refused>> ErrorQueues()
    {
        var refused = new HashSet<Refused>();
        await using var connection = await broker.Connect();
        foreach (var (consumer, queue) in Queues)
        {
            await using var channel = await connection.CreateChannelAsync();
            try
            {
                while (await channel.BasicGetAsync(queue + "_error", autoAck: false) is { } message)
                    refused.Add(Read(consumer, message));
            }
            catch (OperationInterruptedException)
            {
                // Nothing was ever refused: there is no such queue.
            }
        }

        return refused;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static Refused Read(string consumer, BasicGetResult message)
    {
        var body = JsonNode.Parse(message.Body.Span)!["message"]!;
        var reason = (byte[]?)message.BasicProperties.Headers?["MT-Fault-Message"] ?? [];
        return new(consumer, (Guid)body["person"]!, (long)body["number"]!, Encoding.UTF8.GetString(reason));
    }

    private async Task<long> Ask(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<IReadOnlyList<T>> Rows<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        var all = new List<T>();
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            all.Add(read(rows));
        return all;
    }
}
