using System.Diagnostics;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Npgsql;
using Client = NaraVard.Contracts.Listing.V1.ImportService.ImportServiceClient;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// The whole register through the RPC: every number read, keyed and sealed, every row stored with its place in the
/// access log. Beside it PostgreSQL alone: the rows that came of it, written again to a table with the same keys.
/// </summary>
internal static class Imports
{
    private const int Rounds = 3;
    private const int RowsEach = 5_000;

    public static async Task Measure(PostgreSqlServer cluster, TestIdentity identity, int persons)
    {
        var (first, again, plain) = (new List<double>(), new List<double>(), new List<double>());
        // One process for all rounds, as a service that has run for a while: the first round compiles it.
        await using var server = await ListingServer.Start(cluster, identity);
        for (var round = 0; round < Rounds; round++)
        {
            await server.Database.Execute("truncate persons, guardians, imports, import_faults");
            first.Add(await Import(server, persons, added: persons));
            again.Add(await Import(server, persons, added: 0));
            plain.Add(await Plain(server.Database.Source));
        }

        var (seconds, reference) = (Percentiles.Median(first), Percentiles.Median(plain));
        await Report.Line(
            "listing-import", persons / seconds, "persons/s",
            Report.Ratio(reference, seconds, "INSERT … SELECT of the same rows"));
        await Report.Line("listing-import-unchanged", persons / Percentiles.Median(again), "persons/s");
    }

    /// <summary>Imports everybody; how many seconds it took.</summary>
    public static async Task<double> Import(ListingServer server, int persons, int added)
    {
        var messages = Population.Messages(Guid.CreateVersion7().ToString(), persons, RowsEach);
        var client = new Client(server.Channel);
        var clock = Stopwatch.StartNew();
        using var call = client.ImportPersons(server.Headers(People.In(Roles.ListingAdmin)));
        foreach (var message in messages)
            await call.RequestStream.WriteAsync(message);
        await call.RequestStream.CompleteAsync();
        var import = await call;
        var seconds = clock.Elapsed.TotalSeconds;
        if (import.RowCount != persons || import.AddedCount != added)
            throw new InvalidOperationException($"Not everybody was taken: {import}");
        return seconds;
    }

    private static async Task<double> Plain(NpgsqlDataSource source)
    {
        await using var make = source.CreateCommand(
            "drop table if exists copy; create table copy (like persons including all)");
        await make.ExecuteNonQueryAsync();
        var clock = Stopwatch.StartNew();
        await using var fill = source.CreateCommand("insert into copy select * from persons");
        await fill.ExecuteNonQueryAsync();
        return clock.Elapsed.TotalSeconds;
    }
}
