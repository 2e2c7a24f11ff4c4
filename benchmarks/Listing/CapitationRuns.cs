using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Npgsql;
using Client = NaraVard.Contracts.Listing.V1.CapitationService.CapitationServiceClient;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// A month of the whole region: snapshot, computation and everything stored, through the RPC; beside the plain SQL that
/// counts the same rows by clinic, year of birth and sex and stores nothing.
/// </summary>
internal static class CapitationRuns
{
    private const int Rounds = 5;
    private const string Month = "2026-03";

    private const string PlainSql =
        """
        select l.clinic, date_part('year', p.birth_date), p.sex, count(*)
        from listings l join persons p on p.key = l.person
        where l.type = 1 and l.region = '17' and l.from_day <= '2026-02-28'
            and (l.until_day > '2026-02-28' or l.until_day is null)
            and (p.deceased > '2026-02-28' or p.deceased is null) and not p.is_test
        group by 1, 2, 3
        """;

    public static async Task Measure(PostgreSqlServer cluster, TestIdentity identity, int persons)
    {
        await using var server = await ListingServer.Start(cluster, identity);
        await GeneratedRegion.Fill(server.Database, persons);
        var (client, headers) = (new Client(server.Channel), server.Headers(People.In(Roles.ListingAdmin)));
        var package = await client.CreatePackageAsync(Model.Package(), headers);
        await client.PublishPackageAsync(new() { PackageId = package.PackageId }, headers);
        await client.DeliverFiguresAsync(Model.Figures(Month), headers);

        var (runs, plain) = (new List<double>(), new List<double>());
        await Plain(server.Database.Source);
        var first = await Run(client, headers);
        Check(first, persons);
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await Plain(server.Database.Source);
            plain.Add(clock.Elapsed.TotalSeconds);
            clock.Restart();
            var run = await Run(client, headers);
            runs.Add(clock.Elapsed.TotalSeconds);
            if (run.ResultDigest != first.ResultDigest)
                throw new InvalidOperationException("A run computed again is another.");
        }

        var (seconds, reference) = (Percentiles.Median(runs), Percentiles.Median(plain));
        var name = string.Create(CultureInfo.InvariantCulture, $"listing-capitation-{persons}");
        await Report.Line(name, seconds, "s", Report.Ratio(seconds, reference, "the plain SQL over the same rows"));
        await Report.Line($"{name}-persons", persons / seconds, "persons/s");
    }

    private static async Task<CapitationRun> Run(Client client, Metadata headers) =>
        await client.StartCapitationRunAsync(
            new()
            {
                RunId = Guid.CreateVersion7().ToString(),
                ChoiceSystem = ChoiceSystem.PrimaryCare,
                Month = Month,
            },
            headers);

    private static void Check(CapitationRun run, int persons)
    {
        if (run.ListedCount != persons || run.UnitCount != GeneratedRegion.Clinics || run.Total != "1000000000.00")
            throw new InvalidOperationException($"The run is not of the region: {run}");
    }

    private static async Task Plain(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(PlainSql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            _ = rows.GetInt64(3);
    }
}
