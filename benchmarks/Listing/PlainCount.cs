using Npgsql;

namespace NaraVard.Benchmarks.Listing;

/// <summary>The plain SQL that counts the rows that a run is computed from, and does nothing with them.</summary>
/// <param name="type">Whose listing is paid for.</param>
internal sealed class PlainCount(int type, string sql)
{
    /// <summary>Who is listed, and the children who are enrolled at child health care, by clinic.</summary>
    public static PlainCount PrimaryCare() => new(1, Listed("1, 2"));

    /// <summary>Who is listed by clinic, and the young by postal code.</summary>
    public static PlainCount Dental() => new(
        3,
        $"""
        {Listed("3")};
        select 0, p.postal_code, date_part('year', p.birth_date), 0, count(*)
        from persons p
        where p.region = '17' and p.birth_date between '2001-01-01' and '2026-02-28' and p.protection = 1
            and p.registered_from <= '2026-02-28' and (p.moved_out > '2026-02-28' or p.moved_out is null)
            and (p.deceased > '2026-02-28' or p.deceased is null) and not p.is_test
        group by 2, 3
        """);

    /// <summary>How many are listed.</summary>
    public async Task<long> Ask(NpgsqlDataSource source)
    {
        var listed = 0L;
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        do
            while (await rows.ReadAsync())
                listed += rows.GetInt32(0) == type ? rows.GetInt64(4) : 0;
        while (await rows.NextResultAsync());
        return listed;
    }

    private static string Listed(string types) =>
        $"""
        select l.type, l.clinic, date_part('year', p.birth_date), p.sex, count(*)
        from listings l join persons p on p.key = l.person
        where l.type in ({types}) and l.region = '17' and l.from_day <= '2026-02-28'
            and (l.until_day > '2026-02-28' or l.until_day is null)
            and (p.deceased > '2026-02-28' or p.deceased is null) and not p.is_test
        group by 1, 2, 3, 4
        """;
}
