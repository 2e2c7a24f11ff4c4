using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NaraVard.Listing.Domain.Imports;
using Npgsql;

namespace NaraVard.Listing.Data;

/// <summary>Writes a batch of the register in the open transaction: one COPY and one statement a table.</summary>
internal static class RegisterWriter
{
    private const string Replaced = """
        DELETE FROM import_stage s USING person_aliases a WHERE a.old_key = s.key RETURNING s.line
        """;

    // Who is registered here is of this register from now on. Who has left stays in the register that has the person.
    private const string Persons = """
        WITH done AS (
            INSERT INTO persons (key, number_kind, sealed_number, region, version, birth_date, sex, protection,
                kommun_code, postal_code, latitude, longitude, registered_from, moved_out, deceased, social_facts,
                moved_on, immigrated_on, is_test, dwelling, imports)
            SELECT key, number_kind, sealed_number, $1, 1, birth_date, sex, protection, kommun_code, postal_code,
                latitude, longitude, registered_from, moved_out, deceased, social_facts, moved_on, immigrated_on,
                is_test, dwelling, ARRAY[$2]
            FROM import_stage
            ON CONFLICT (key) DO UPDATE SET region = excluded.region, version = persons.version + 1,
                birth_date = excluded.birth_date, sex = excluded.sex, protection = excluded.protection,
                kommun_code = excluded.kommun_code, postal_code = excluded.postal_code,
                latitude = excluded.latitude, longitude = excluded.longitude,
                registered_from = excluded.registered_from, moved_out = excluded.moved_out,
                deceased = excluded.deceased, social_facts = excluded.social_facts, moved_on = excluded.moved_on,
                immigrated_on = excluded.immigrated_on, is_test = excluded.is_test,
                dwelling = excluded.dwelling, imports = persons.imports || excluded.imports
            WHERE (persons.region = excluded.region OR excluded.moved_out IS NULL)
                AND (persons.region, persons.birth_date, persons.sex, persons.protection, persons.kommun_code,
                    persons.postal_code, persons.latitude, persons.longitude, persons.registered_from,
                    persons.moved_out, persons.deceased, persons.social_facts, persons.moved_on,
                    persons.immigrated_on, persons.is_test, persons.dwelling)
                IS DISTINCT FROM (excluded.region, excluded.birth_date, excluded.sex, excluded.protection,
                    excluded.kommun_code, excluded.postal_code, excluded.latitude, excluded.longitude,
                    excluded.registered_from, excluded.moved_out, excluded.deceased, excluded.social_facts,
                    excluded.moved_on, excluded.immigrated_on, excluded.is_test, excluded.dwelling)
            RETURNING xmax = 0 AS added)
        SELECT count(*) FILTER (WHERE added)::int, count(*) FILTER (WHERE NOT added)::int FROM done
        """;

    // The first who are named decide from birth on, as far as anybody knows; later ones from the day of the import.
    private const string Guardians = """
        UPDATE guardians g SET to_day = $1 - 1 FROM import_stage s
        WHERE g.child = s.key AND g.to_day IS NULL AND NOT g.key = ANY (s.guardians);
        """;

    private const string NewGuardians = """
        INSERT INTO guardians (child, key, from_day)
        SELECT s.key, named.key,
            CASE WHEN EXISTS (SELECT FROM guardians g WHERE g.child = s.key) THEN $1 ELSE s.birth_date END
        FROM import_stage s, unnest(s.guardians) AS named (key)
        WHERE NOT EXISTS (
            SELECT FROM guardians g WHERE g.child = s.key AND g.key = named.key AND g.to_day IS NULL)
        ON CONFLICT (child, key, from_day) DO UPDATE SET to_day = NULL
        """;

    public static async Task<Taken> Write(
        this ListingDb db, Guid import, string region, DateOnly today, Batch batch, CancellationToken cancel)
    {
        if (batch.Good.Count == 0)
            return new(0, 0, []);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        await Run(RegisterCopy.Stage);
        await RegisterCopy.Write(connection, batch.Good, cancel);
        var refused = new List<BadRow>();
        await using (var lines = await Command(Replaced).ExecuteReaderAsync(cancel))
        {
            while (await lines.ReadAsync(cancel))
                refused.Add(new(lines.GetInt64(0), [ImportRefusals.NumberReplaced]));
        }

        if (batch.Good.Any(row => row.Guardians is not null))
        {
            await Run(Guardians, today);
            await Run(NewGuardians, today);
        }

        await using var counts = await Command(Persons, region, import).ExecuteReaderAsync(cancel);
        await counts.ReadAsync(cancel);
        return new(counts.GetInt32(0), counts.GetInt32(1), refused);

        async Task Run(string sql, params object[] values)
        {
            await using var command = Command(sql, values);
            await command.ExecuteNonQueryAsync(cancel);
        }

        NpgsqlCommand Command(string sql, params object[] values)
        {
            var command = new NpgsqlCommand(sql, connection, transaction);
            command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
            return command;
        }
    }
}
