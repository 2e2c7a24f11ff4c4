using NaraVard.Testing;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// A made-up region: 40 clinics and 41 dental units, persons spread over both. Persons are keys that belong to nobody,
/// without numbers. The same each time.
/// </summary>
internal static class GeneratedRegion
{
    public const int Clinics = 40;
    public const int DentalUnits = 41;
    private const int Portion = 100_000;

    public static async Task Fill(Database database, int persons)
    {
        await database.Execute(Units("C", 1, Clinics, "PrimaryCare", "HealthCentre", 6));
        await database.Execute(Units("T", 1, DentalUnits, "Dental", "PublicDental", 4));
        for (var first = 1; first <= persons; first += Portion)
        {
            await database.Execute(Persons(first, Math.Min(first + Portion - 1, persons)));
            await database.Execute(Listings("C", Clinics, 1, "true", first));
            await database.Execute(Listings("C", Clinics, 2, "birth_date >= '2020-01-01'", first));
            await database.Execute(Listings("T", DentalUnits, 3, "birth_date >= '2002-01-01'", first));
        }

        await database.Execute("vacuum analyze persons, listings");
    }

    /// <summary>Clinics, and everybody who is registered listed at one of the first half of them.</summary>
    public static async Task Settle(Database database)
    {
        await database.Execute(Units("C", 1, Clinics, "PrimaryCare", "HealthCentre", 6));
        await database.Execute("update persons set version = 1");
        await database.Execute(Listings("C", Clinics / 2, 1, "true", portion: 1));
        await database.Execute(
            """
            insert into clinic_loads (clinic, type, counted, exempt, waiting, last_arrival)
            select clinic, 1, count(*), 0, 0, 0 from listings group by clinic;
            """);
        await database.Execute("vacuum analyze");
        // What making the region has left behind is not the choices' to write.
        await database.Execute("checkpoint");
    }

    /// <summary>
    /// Dental units, and of everybody who is registered the children who have reached the year of turning 4 listed at
    /// one of them. Nine of ten have been examined four times, the latest in the last two and a half years.
    /// </summary>
    public static async Task SettleDental(Database database)
    {
        await database.Execute(Units("T", 1, DentalUnits, "Dental", "PublicDental", 4));
        await database.Execute("update persons set version = 1");
        await database.Execute(Listings(
            "T", DentalUnits, 3,
            "date_part('year', current_date) - date_part('year', birth_date) between 4 and 19", portion: 1));
        await database.Execute(
            """
            insert into examinations (id, version, person, region, clinic, digest, findings, examined_on, risk, due_on,
                is_nullified)
            select gen_random_uuid(), 1, person, '17', clinic, '\x00', '[]', day, 0, day + interval '24 months', false
            from (
                select person, clinic, current_date - (hashtext(person::text) & 1023) * 9 / 10 - 600 * (n - 1) as day
                from listings, generate_series(1, 4) n where hashtext(person::text) & 1023 < 922) done;
            """);
        await database.Execute("vacuum analyze persons, listings, examinations");
    }

    /// <summary>One more clinic, for which nobody is listed yet.</summary>
    public static Task AddClinic(Database database) =>
        database.Execute(Units("C", Clinics + 1, Clinics + 1, "PrimaryCare", "HealthCentre", 6));

    /// <summary>HSA-id of a unit, from 1.</summary>
    public static string Unit(string kind, int number) => $"SE9900000176-{kind}{number}";

    private static string Units(
        string kind, int first, int last, string type, string clinicKind, int privateAbove) =>
        $$"""
        insert into clinics (id, version)
        select 'SE9900000176-{{kind}}' || n, 1 from generate_series({{first}}, {{last}}) n;
        insert into clinic_versions (clinic_id, from_day, profile)
        select 'SE9900000176-{{kind}}' || n, '2000-01-01', jsonb_build_object('Name', 'Enhet ' || n,
            'OwnerForm', case when n <= {{privateAbove}} then 'Private' else 'Own' end,
            'Kind', case when n <= {{privateAbove}} then 'PrivateClinic' else '{{clinicKind}}' end,
            'KommunCode', '1780', 'Position', '{"Latitude": 59.4, "Longitude": 13.5}'::jsonb,
            'Agreements', '[{"Type": "{{type}}", "From": "2000-01-01", "To": null}]'::jsonb)
        from generate_series({{first}}, {{last}}) n
        """;

    private static string Persons(int first, int last) =>
        $"""
        insert into persons (key, number_kind, sealed_number, region, version, birth_date, sex, protection,
            kommun_code, postal_code, registered_from, social_facts, moved_on, immigrated_on, is_test, imports)
        select md5(n::text)::uuid, 1, '\x00', '17', {first}, date '1925-01-01' + (n::bigint * 7919 % 36800)::int,
            1 + n % 2, case when n % 200 = 0 then 2 else 1 end, '1780', (65000 + n % 300)::text, '2000-01-01', n % 32,
            case when n % 10 = 0 then date '2025-09-01' end, case when n % 15 = 0 then date '2024-06-01' end,
            false, array[]::uuid[]
        from generate_series({first}, {last}) n
        """;

    /// <summary>Lists those of one portion, whose version says which.</summary>
    private static string Listings(string kind, int units, int type, string who, int portion) =>
        $"""
        insert into listings (id, version, person, type, clinic, region, kind, reason, requested_on, requested_at,
            is_counted_change, is_exempt, from_day, digest)
        select gen_random_uuid(), 1, key, {type}, 'SE9900000176-{kind}' || 1 + (hashtext(key::text) & 65535) % {units},
            '17', 1, 1, '2020-01-01', '2020-01-01', false, false, '2020-01-01', '\x00'
        from persons where version = {portion} and {who}
        """;
}
