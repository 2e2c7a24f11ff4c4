using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// What choices are compared with: the same locks, reads, rows and commits written by hand in four round trips of bare
/// Npgsql, from the process that measures. It has no sign-in, rules, gRPC, EF or hash chain, and nobody sends its
/// events, so that it is less than any service does.
/// </summary>
internal sealed class BareChoice : IAsyncDisposable
{
    private const int ConnectionsMax = 50;
    private readonly NpgsqlDataSource source;

    // Whoever writes it holds a connection already, and waits for none of those.
    private readonly NpgsqlDataSource log;
    private readonly IReadOnlyList<Guid> people;

    private BareChoice(string connection, IReadOnlyList<Guid> people)
    {
        (source, log, this.people) = (Source(), Source(), people);

        NpgsqlDataSource Source() => NpgsqlDataSource.Create(
            $"{connection};Maximum Pool Size={ConnectionsMax};Max Auto Prepare=100;No Reset On Close=true;Timeout=60");
    }

    /// <summary>For so many who are listed at one of the first half of the clinics.</summary>
    public static async Task<BareChoice> Prepare(Database database, int count)
    {
        await database.Execute("create table bare_log (at timestamptz not null, person uuid not null, method text)");
        var people = await database.AskAll<Guid>(
            $"select person from listings where until_day is null and requested_on = '2020-01-01' limit {count}");
        return new(database.ConnectionString, people);
    }

    public async Task Choose(int one)
    {
        var (id, person, clinic) = (Guid.CreateVersion7(), people[one], Chooser.Spread(one));
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var (left, from) = await Judge(connection, id, person, clinic);
        await Log(person);
        await Hold(connection, clinic, from);
        await Write(connection, id, person, clinic, left, from);
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await log.DisposeAsync();
    }

    private static async Task<(Guid Left, string From)> Judge(
        NpgsqlConnection connection, Guid id, Guid person, string clinic)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(array[$1, $2]) name",
            $"listing/{id}", person.ToString("N"));
        Add(batch, "select id, clinic from listings where person = $1 and type = 1 and until_day is null", person);
        Add(batch, "select id from listings where id = $1 union all select id from queue_places where id = $1", id);
        Add(batch, "select * from persons p left join guardians g on g.child = p.key where p.key = $1", person);
        Add(batch, "select * from queue_places where person = $1 and ended_on is null", person);
        Add(batch, "select * from clinics join clinic_versions on clinic_id = id where id = $1", clinic);
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        await rows.ReadAsync();
        var judged = (rows.GetGuid(0), rows.GetString(1));
        while (await rows.NextResultAsync())
        {
            // What it says is read and decides nothing.
        }

        return judged;
    }

    private async Task Log(Guid person)
    {
        await using var row = log.CreateCommand("insert into bare_log values (clock_timestamp(), $1, 'choice')");
        row.Parameters.Add(new() { Value = person });
        await row.ExecuteNonQueryAsync();
    }

    private static async Task Hold(NpgsqlConnection connection, string clinic, string from)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "select * from clinic_loads where type = 1 and clinic in ($1, $2) order by clinic for update",
            clinic, from);
        Add(batch, "select listed_max from ceilings where clinic = $1 and type = 1", clinic);
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task Write(
        NpgsqlConnection connection, Guid id, Guid person, string clinic, Guid left, string from)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "update listings set until_day = current_date + 1, end_reason = 1, version = 2 where id = $1", left);
        Add(batch, "update clinic_loads set counted = counted - 1 where clinic = $1 and type = 1", from);
        Add(batch, "update clinic_loads set counted = counted + 1 where clinic = $1 and type = 1", clinic);
        Add(batch,
            """
            insert into listings (id, version, person, type, clinic, region, kind, reason, requested_on, requested_at,
                is_counted_change, is_exempt, from_day, digest)
            values ($1, 1, $2, 1, $3, '17', 1, 1, current_date, now(), true, false, current_date + 1, '\x00')
            """, id, person, clinic);
        foreach (var (told, at) in new[] { (left, from), (id, clinic) })
        {
            foreach (var audience in new[] { "region:17", $"clinic:{at}" })
                Add(batch, "insert into platform.changes (audience, resource, resource_id) values ($1, 'bare', $2)",
                    audience, told);
            Add(batch,
                """
                insert into platform.outbox (id, due, person, message_type, body)
                values ($1, 'infinity', $2, 'bare', $3)
                """, Guid.CreateVersion7(), person, $$"""{"listingId":"{{told}}","clinicId":"{{at}}"}""");
        }

        await batch.ExecuteNonQueryAsync();
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
