using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.CapitationService.CapitationServiceClient;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// A month of the whole region, primary care and dental care: snapshot, computation and everything stored, through the
/// RPC; beside the plain SQL that counts the same rows and stores nothing.
/// </summary>
internal static class CapitationRuns
{
    private const int Rounds = 5;
    private const string Month = "2026-03";

    public static async Task Measure(PostgreSqlServer cluster, TestIdentity identity, int persons)
    {
        await using var server = await ListingServer.Start(cluster, identity);
        await GeneratedRegion.Fill(server.Database, persons);
        var (client, headers) = (new Client(server.Channel), server.Headers(People.In(Roles.ListingAdmin)));
        await client.DeliverFiguresAsync(Model.Figures(Month), headers);
        await client.DeliverFiguresAsync(DentalModel.Figures(Month), headers);
        PlainCount[] plain = [PlainCount.PrimaryCare(), PlainCount.Dental()];
        CreatePackageRequest[] packages = [Model.Package(), DentalModel.Package()];
        foreach (var package in packages)
        {
            await client.CreatePackageAsync(package, headers);
            await client.PublishPackageAsync(new() { PackageId = package.PackageId }, headers);
        }

        var times = new List<(double Run, double Plain)>[] { [], [] };
        var first = new CapitationRun?[packages.Length];
        for (var round = 0; round <= Rounds; round++)
            foreach (var (i, package) in packages.Index())
            {
                var clock = Stopwatch.StartNew();
                var counted = await plain[i].Ask(server.Database.Source);
                var reference = clock.Elapsed.TotalSeconds;
                clock.Restart();
                var run = await Run(client, package.ChoiceSystem, headers);
                if (round > 0)
                    times[i].Add((clock.Elapsed.TotalSeconds, reference));
                Check(run, package, counted, first[i] ??= run);
            }

        await Tell("listing-capitation", persons, times[0]);
        await Tell("listing-capitation-dental", persons, times[1]);
        await Tell("listing-capitation-both", persons,
            [.. times[0].Zip(times[1], (one, other) => (one.Run + other.Run, one.Plain + other.Plain))]);
    }

    private static async Task Tell(string name, int persons, IReadOnlyCollection<(double Run, double Plain)> times)
    {
        var seconds = Percentiles.Median(times.Select(time => time.Run));
        await Report.Line(
            string.Create(CultureInfo.InvariantCulture, $"{name}-{persons}"), seconds, "s",
            Report.Ratio(
                seconds, Percentiles.Median(times.Select(time => time.Plain)), "the plain SQL over the same rows"));
    }

    private static async Task<CapitationRun> Run(Client client, ChoiceSystem system, Metadata headers) =>
        await client.StartCapitationRunAsync(
            new() { RunId = Guid.CreateVersion7().ToString(), ChoiceSystem = system, Month = Month }, headers);

    private static void Check(CapitationRun run, CreatePackageRequest package, long counted, CapitationRun first)
    {
        var units = package.ChoiceSystem == ChoiceSystem.Dental ? GeneratedRegion.DentalUnits : GeneratedRegion.Clinics;
        if (run.ListedCount != counted || run.UnitCount != units
            || run.Total != package.Content.PaymentModel.FramePerMonth)
            throw new InvalidOperationException($"The run is not of the region: {run}");
        if (run.ResultDigest != first.ResultDigest)
            throw new InvalidOperationException("A run computed again is another.");
    }
}
