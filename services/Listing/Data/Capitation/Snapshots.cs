using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Clinics;
using Npgsql;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>Takes the snapshot that a run is computed from: the database counts, nobody is named.</summary>
internal static class Snapshots
{
    private const int MonthsOfYear = 12;

    /// <summary>Children's responsibility areas end well before this.</summary>
    private const int ResidentsAgeMax = 25;

    private const string ListedSql =
        """
        select l.type, l.clinic, width_bucket(p.birth_date, @edges), coalesce(p.sex, 0),
            width_bucket(coalesce(p.immigrated_on, '-infinity'), @arrivals), count(*)::int,
            (count(*) filter (where p.social_facts & 1 <> 0))::int,
            (count(*) filter (where p.social_facts & 2 <> 0))::int,
            (count(*) filter (where p.social_facts & 4 <> 0))::int,
            (count(*) filter (where p.social_facts & 8 <> 0))::int,
            (count(*) filter (where p.social_facts & 16 <> 0))::int,
            (count(*) filter (where p.moved_on > @yearAgo and p.moved_on <= @day))::int
        from listings l join persons p on p.key = l.person
        where l.type = any(@types) and l.region = @region
            and l.from_day <= @day and (l.until_day > @day or l.until_day is null)
            and (p.deceased > @day or p.deceased is null) and not p.is_test
        group by 1, 2, 3, 4, 5
        """;

    private const string ResidentsSql =
        """
        select 0, p.postal_code, width_bucket(p.birth_date, @edges), 0, 0, count(*)::int, 0, 0, 0, 0, 0, 0
        from persons p
        where p.region = @region and p.birth_date >= @bornFrom and p.birth_date <= @day
            and p.postal_code is not null and p.protection = 1
            and p.registered_from <= @day and (p.moved_out > @day or p.moved_out is null)
            and (p.deceased > @day or p.deceased is null) and not p.is_test
        group by 2, 3
        """;

    /// <summary>
    /// Who was listed on the day at the region's own units that had an agreement then, how many children lived where
    /// (for dental care, which alone pays for areas), and what was delivered about the units up to the month. Those
    /// with protected identity are counted where they are listed, and nowhere by where they live.
    /// </summary>
    public static async Task<Snapshot> Snapshot(
        this ListingDb db, SnapshotOrder order, CancellationToken cancel)
    {
        var units = await Units(db, order, cancel);
        var cells = await Cells(db, ListedSql, order, cancel);
        if (order.Type == ListingType.Dental)
            cells.AddRange(await Cells(db, ResidentsSql, order, cancel));
        return new Snapshot(units, cells, await Figures(db, order, cancel));
    }

    private static async Task<List<Unit>> Units(ListingDb db, SnapshotOrder order, CancellationToken cancel) =>
        [
            .. from clinic in await db.Clinics.AsNoTracking().ToListAsync(cancel)
               where clinic.Region == order.RegionCode
                   && clinic.HasAgreement(order.Type, order.Day) && !clinic.IsClosedOn(order.Day)
               select new Unit(clinic.Id.Value, Owner(clinic.ProfileOn(order.Day)!)),
        ];

    private static UnitOwner Owner(ClinicProfile profile) => profile switch
    {
        { OwnerForm: OwnerForm.Private } => UnitOwner.Private,
        { Kind: ClinicKind.PublicDental } => UnitOwner.PublicDental,
        _ => UnitOwner.Region,
    };

    private static async Task<List<Cell>> Cells(
        ListingDb db, string sql, SnapshotOrder order, CancellationToken cancel)
    {
        var births = new BirthDates(order.Day);
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.AddWithValue("edges", births.Edges);
        command.Parameters.AddWithValue("arrivals", Arrivals(order.Day));
        command.Parameters.AddWithValue("day", order.Day);
        command.Parameters.AddWithValue("yearAgo", order.Day.AddMonths(-MonthsOfYear));
        command.Parameters.AddWithValue("bornFrom", new DateOnly(order.Day.Year - ResidentsAgeMax, 1, 1));
        command.Parameters.AddWithValue("types", Types(order.Type));
        command.Parameters.AddWithValue("region", order.RegionCode);
        var cells = new List<Cell>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            cells.Add(Cell(births, rows));
        return cells;
    }

    /// <summary>What is paid for together: children are enrolled at the units of primary care.</summary>
    private static int[] Types(ListingType type) => type == ListingType.PrimaryCare
        ? [(int)ListingType.PrimaryCare, (int)ListingType.ChildHealth]
        : [(int)type];

    private static Population Population(int type) => type switch
    {
        0 => Domain.Capitation.Population.Residents,
        (int)ListingType.ChildHealth => Domain.Capitation.Population.ChildHealth,
        _ => Domain.Capitation.Population.Listed,
    };

    /// <summary>The first days of coming here that were less than five, four, … one year ago.</summary>
    private static DateOnly[] Arrivals(DateOnly day) =>
    [
        .. Enumerable.Range(1, Domain.Capitation.Cell.ArrivedLongAgo).Reverse()
            .Select(years => day.AddYears(-years).AddDays(1)),
    ];

    private static Cell Cell(BirthDates births, NpgsqlDataReader row)
    {
        var (age, turning) = births.Of(row.GetInt32(2));
        var sex = row.GetInt32(3);
        return new Cell(
            Population(row.GetInt32(0)), row.GetString(1), age, turning, sex == 0 ? null : (Sex)sex,
            Domain.Capitation.Cell.ArrivedLongAgo - row.GetInt32(4), row.GetInt32(5))
        {
            Social = new(
                row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9), row.GetInt32(10),
                row.GetInt32(11)),
        };
    }

    private static async Task<IEnumerable<Figure>> Figures(
        ListingDb db, SnapshotOrder order, CancellationToken cancel)
    {
        var rows = await db.Figures.FromSql(
            $"""
            select distinct on (unit, measure) region, unit, measure, month, value from figures
            where region = {order.Region} and month <= {order.Month} order by unit, measure, month desc
            """).AsNoTracking().ToListAsync(cancel);
        return rows.Select(row => new Figure(row.Unit, row.Measure, row.Value, row.Month == order.Month));
    }
}

/// <summary>Whose listing, of which day, for which month.</summary>
/// <param name="Region"><c>region:17</c>.</param>
/// <param name="RegionCode"><c>17</c>.</param>
internal sealed record SnapshotOrder(
    string Region, string RegionCode, ListingType Type, DateOnly Day, DateOnly Month);
