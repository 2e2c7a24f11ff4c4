using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Runs;
using Npgsql;
using NpgsqlTypes;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>
/// Writes the many rows of a run by the database's own copy, in the transaction that saves the run: through change
/// tracking they would take longer than all else.
/// </summary>
internal static class RunRows
{
    /// <summary>The counts that a run was computed from.</summary>
    public static Task WriteCells(
        this ListingDb db, CapitationRun run, Snapshot snapshot, CancellationToken cancel) =>
        Copy(db, "capitation_cells (run_id, population, place, age, turning, sex, arrived_years, persons, lives_alone, "
            + "born_abroad, unemployed, single_parents, low_education, moved_last_year)",
            snapshot.Cells, (rows, cell) => Row(rows, run.Id, cell), cancel);

    /// <summary>What a run came to, by unit, the rounding last.</summary>
    public static Task WriteLines(this ListingDb db, CapitationRun run, Result result, CancellationToken cancel)
    {
        var ordered = result.Lines.OrderBy(line => line.Unit, StringComparer.Ordinal)
            .Append(new("", PaymentModel.RoundingCode, 0, result.Rounding)).Index();
        return Copy(
            db, "capitation_lines (run_id, place, unit, component, quantity, kronor, parts)", ordered,
            (rows, line) => Row(rows, run.Id, line.Index, line.Item), cancel);
    }

    private static void Row(NpgsqlBinaryImporter rows, Guid run, Cell cell)
    {
        rows.Write(run, NpgsqlDbType.Uuid);
        rows.Write((int)cell.Population, NpgsqlDbType.Integer);
        rows.Write(cell.Place, NpgsqlDbType.Varchar);
        foreach (var small in (ReadOnlySpan<int>)[cell.Age, cell.Turning, (int?)cell.Sex ?? 0, cell.ArrivedYears])
            rows.Write((short)small, NpgsqlDbType.Smallint);
        var social = cell.Social;
        foreach (var count in (ReadOnlySpan<int>)[
            cell.Persons, social.LivesAlone, social.BornAbroad, social.Unemployed, social.SingleParents,
            social.LowEducation, social.MovedLastYear])
            rows.Write(count, NpgsqlDbType.Integer);
    }

    private static void Row(NpgsqlBinaryImporter rows, Guid run, int place, Line line)
    {
        rows.Write(run, NpgsqlDbType.Uuid);
        rows.Write(place, NpgsqlDbType.Integer);
        rows.Write(line.Unit, NpgsqlDbType.Varchar);
        rows.Write(line.Component, NpgsqlDbType.Text);
        rows.Write(line.Quantity, NpgsqlDbType.Numeric);
        rows.Write(line.Kronor, NpgsqlDbType.Numeric);
        rows.Write(
            JsonSerializer.Serialize(line.Parts, CapitationJson.Default.IReadOnlyListPart), NpgsqlDbType.Jsonb);
    }

    private static async Task Copy<T>(
        ListingDb db, string table, IEnumerable<T> all, Action<NpgsqlBinaryImporter, T> write, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var rows = await connection.BeginBinaryImportAsync(
            $"copy {table} from stdin (format binary)", cancel);
        foreach (var one in all)
        {
            await rows.StartRowAsync(cancel);
            write(rows, one);
        }

        await rows.CompleteAsync(cancel);
    }
}
