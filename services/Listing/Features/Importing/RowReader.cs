using NaraVard.Listing.Domain.Imports;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>
/// Reads rows on all processors, since keys and seals are what an import costs this process. A person who comes twice
/// in a batch is taken once: the last row holds.
/// </summary>
internal sealed class RowReader(PersonKeys keys, NumberVault vault)
{
    private const int OfAge = 18;

    /// <summary>Reads rows for a region's register; <paramref name="first"/> is the number of the first.</summary>
    public Batch Read(long first, IReadOnlyList<FileRow> rows, string region, DateOnly today)
    {
        var good = new GoodRow?[rows.Count];
        var bad = new BadRow?[rows.Count];
        Parallel.For(0, rows.Count, i =>
        {
            var (line, row, unreadable) = rows[i];
            var faults = new Violations();
            var parsed = unreadable is null ? ParsedRow.Of(row, "", region, today, faults) : default;
            if (unreadable is not null || faults.Any)
                bad[i] = new(line, [.. unreadable ?? [], .. faults.All]);
            else
                good[i] = Good(line, parsed, today);
        });
        return new(first, rows.Count, Once(good), [.. bad.OfType<BadRow>()]);
    }

    private GoodRow Good(long line, ParsedRow row, DateOnly today) => new(
        line,
        keys.Of(row.Number),
        row.Number.Kind,
        vault.Seal(row.Number.RevealWithOid()),
        row.Entry,
        row.Entry.BirthDate.AddYears(OfAge) <= today ? null : [.. row.Guardians.Select(one => keys.Of(one).Value)]);

    private static GoodRow[] Once(GoodRow?[] rows)
    {
        var last = new Dictionary<PersonKey, GoodRow>(rows.Length);
        foreach (var row in rows)
        {
            if (row is not null)
                last[row.Key] = row;
        }

        return [.. last.Values];
    }
}

/// <summary>A row as it came; where its form is wrong, what is wrong with it.</summary>
internal readonly record struct FileRow(
    long Line, Proto.RegisterRow Row, IReadOnlyList<Violation>? Unreadable = null)
{
    /// <summary>A row of which nothing can be read.</summary>
    public static FileRow Bad(long line, string field, string code, Text why) =>
        new(line, new(), [new(field, code, why)]);
}
