using Npgsql;
using NpgsqlTypes;
using NaraVard.Listing.Domain.Imports;

namespace NaraVard.Listing.Data;

/// <summary>Streams rows of the register into a table of this transaction alone.</summary>
internal static class RegisterCopy
{
    // PostgreSQL knows nothing of the rows of the stage, and would look through all persons for them.
    public const string Stage = """
        SET LOCAL jit = off;
        SET LOCAL enable_seqscan = off;
        CREATE TEMP TABLE IF NOT EXISTS import_stage (
            line bigint, key uuid, number_kind int, sealed_number bytea, birth_date date, sex int, protection int,
            kommun_code text, postal_code text, latitude float8, longitude float8, registered_from date,
            moved_out date, deceased date, social_facts int, moved_on date, immigrated_on date, is_test boolean,
            dwelling uuid, guardians uuid[]) ON COMMIT DELETE ROWS;
        TRUNCATE import_stage;
        """;

    public static async Task Write(NpgsqlConnection connection, IReadOnlyList<GoodRow> rows, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY import_stage FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            await Write(copy, row, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static async Task Write(NpgsqlBinaryImporter copy, GoodRow row, CancellationToken cancel)
    {
        var entry = row.Entry;
        var home = entry.Residence;
        await copy.WriteAsync(row.Line, NpgsqlDbType.Bigint, cancel);
        await copy.WriteAsync(row.Key.Value, NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync((int)row.Kind, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(row.SealedNumber, NpgsqlDbType.Bytea, cancel);
        await copy.WriteAsync(entry.BirthDate, NpgsqlDbType.Date, cancel);
        await Maybe(copy, (int?)entry.Sex, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync((int)entry.Protection, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(home.Kommun.Code, NpgsqlDbType.Text, cancel);
        if (home.PostalCode is { } postal)
            await copy.WriteAsync(postal.Code, NpgsqlDbType.Text, cancel);
        else
            await copy.WriteNullAsync(cancel);
        await Maybe(copy, home.Position?.Latitude, NpgsqlDbType.Double, cancel);
        await Maybe(copy, home.Position?.Longitude, NpgsqlDbType.Double, cancel);
        await copy.WriteAsync(entry.RegisteredFrom, NpgsqlDbType.Date, cancel);
        await Maybe(copy, entry.MovedOut, NpgsqlDbType.Date, cancel);
        await Maybe(copy, entry.Deceased, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync((int)entry.SocialFacts, NpgsqlDbType.Integer, cancel);
        await Maybe(copy, entry.MovedOn, NpgsqlDbType.Date, cancel);
        await Maybe(copy, entry.ImmigratedOn, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(entry.IsTest, NpgsqlDbType.Boolean, cancel);
        await Maybe(copy, home.Dwelling, NpgsqlDbType.Uuid, cancel);
        if (row.Guardians is null)
            await copy.WriteNullAsync(cancel);
        else
            await copy.WriteAsync(row.Guardians, NpgsqlDbType.Array | NpgsqlDbType.Uuid, cancel);
    }

    private static Task Maybe<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancel)
        where T : struct => value is { } one ? copy.WriteAsync(one, type, cancel) : copy.WriteNullAsync(cancel);
}
