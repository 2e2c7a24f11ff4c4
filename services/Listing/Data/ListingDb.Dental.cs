using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Dental;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Data;

internal sealed partial class ListingDb
{
    public DbSet<Examination> Examinations => Set<Examination>();

    /// <summary>
    /// Who is listed for dental care on the day, within its ages, and when the next examination of each is due. The
    /// statement says <see cref="RecallRule.FirstDueOn"/> again, for a whole region at once.
    /// </summary>
    public IQueryable<RecallRow> Recalls(ListingPolicy policy, RecallRule rule, DateOnly day)
    {
        const int dental = (int)ListingType.Dental;
        const int elsewhere = (int)ListingKind.OutOfRegion;
        var births = policy.BirthYears(ListingType.Dental, day);
        var transitional = policy.BirthYears(ListingType.Dental, day, hasTransition: true);
        return Database.SqlQuery<RecallRow>(
            $"""
            SELECT l.person AS "Person", l.clinic AS "Clinic", e.examined_on AS "ExaminedOn", e.risk AS "Risk",
                COALESCE(e.due_on, GREATEST(
                    make_date(extract(year FROM p.birth_date)::int + {rule.FirstCallAge}, 12, 31),
                    (GREATEST(p.registered_from, (
                        SELECT min(from_day) FROM listings
                        WHERE person = l.person AND type = {dental} AND region = l.region
                            AND (until_day IS NULL OR until_day > from_day)))
                        + make_interval(months => {rule.FirstCallMonths}))::date
                )) AS "DueOn"
            FROM listings l
            JOIN persons p ON p.key = l.person
            LEFT JOIN LATERAL (
                SELECT examined_on, risk, due_on FROM examinations
                WHERE person = l.person AND NOT is_nullified
                ORDER BY examined_on DESC, due_on LIMIT 1) e ON true
            WHERE l.region = {policy.Region} AND l.type = {dental} AND l.from_day <= {day}
                AND (l.until_day IS NULL OR l.until_day > {day})
                AND p.deceased IS NULL
                AND (p.moved_out IS NULL OR p.moved_out > {day} OR l.kind = {elsewhere})
                AND extract(year FROM p.birth_date)::int
                    = ANY (CASE WHEN l.has_transitional_treatment THEN {transitional} ELSE {births} END)
            """);
    }

    private static void MapDental(ModelBuilder model) => model.ApplyConfiguration(new ExaminationMap());
}
