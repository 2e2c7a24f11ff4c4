using System.Globalization;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Time;
using NaraVard.Testing;
using Choice = NaraVard.Contracts.Listing.V1.Listing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// People who are listed choose another clinic, at a fixed rate, whether the answers keep up or not; and a rush for the
/// few places of one clinic.
/// </summary>
internal static class Choices
{
    private const int WarmUp = 20_000;
    private const int Fast = 10_000;
    private const int SteadySeconds = 15;

    /// <summary>
    /// Choices as fast as they are answered, and at a fixed rate, in a region of so many persons; then the same written
    /// by hand.
    /// </summary>
    public static async Task AtRate(PostgreSqlServer cluster, TestIdentity identity, int persons)
    {
        await using var server = await ListingServer.Start(cluster, identity);
        await Imports.Import(server, persons, added: persons);
        await GeneratedRegion.Settle(server.Database);
        const int all = WarmUp + Fast + SteadySeconds * (200 + 350 + 500);
        using var chooser = new Chooser(server, all);
        await Measure("listing-choice", server, [200, 350, 500], chooser.Choose);
        await using var bare = await BareChoice.Prepare(server.Database, all);
        await Measure("listing-choice-by-hand", server, [500], bare.Choose);
    }

    private static async Task Measure(string name, ListingServer server, int[] rates, Func<int, Task> choose)
    {
        await Paced.Rush(WarmUp, choose);
        var (next, used) = (WarmUp + Fast, server.CpuSeconds);
        var seconds = await Paced.Rush(Fast, one => choose(WarmUp + one));
        await Report.Line(
            name, Fast / seconds, "choices/s",
            $"{Paced.Connections} connections; CPU of a choice {Used(used, server.CpuSeconds, Fast)}");
        foreach (var rate in rates)
        {
            used = server.CpuSeconds;
            var first = next;
            var times = new Percentiles(await Paced.AtRate(rate * SteadySeconds, rate, one => choose(first + one)));
            await Report.Line($"{name}-p50", times.P50, "ms", $"at {rate}/s");
            await Report.Line(
                $"{name}-p99", times.P99, "ms",
                $"at {rate}/s; CPU of a choice {Used(used, server.CpuSeconds, times.Count)}");
            next += times.Count;
        }
    }

    /// <summary>So many people choose one clinic with so few places, as fast as they get answers.</summary>
    public static async Task Rush(PostgreSqlServer cluster, TestIdentity identity, int people, int places)
    {
        await using var server = await ListingServer.Start(cluster, identity);
        await Imports.Import(server, 2 * people, added: 2 * people);
        await GeneratedRegion.Settle(server.Database);
        await GeneratedRegion.AddClinic(server.Database);
        var clinic = GeneratedRegion.Unit("C", GeneratedRegion.Clinics + 1);
        var today = TimeProvider.System.Today();
        await new Client(server.Channel).DecideCeilingAsync(
            new()
            {
                CeilingId = Guid.CreateVersion7().ToString(),
                ClinicId = clinic,
                Type = ListingType.PrimaryCare,
                ListedMax = places,
                FromDay = Day(today),
                ToDay = Day(today.AddMonths(6)),
                DecisionReference = "Dnr 1",
            },
            server.Headers(People.In(Roles.ListingAdmin)));
        using var chooser = new Chooser(server, people);

        var answers = new Choice[people];
        var seconds = await Paced.Rush(people, async one => answers[one] = await chooser.Choose(one, clinic));

        var (listed, queued) = (answers.Count(one => one.State == ListingState.Accepted),
            answers.Where(one => one.State == ListingState.Queued).Select(one => one.QueuePosition).Distinct().Count());
        if (listed != places || queued != people - places)
            throw new InvalidOperationException($"{listed} listed, {queued} places in the queue.");
        await Report.Line("listing-rush", people / seconds, "choices/s", $"{people} people, {places} places");
    }

    private static string Used(
        (double Service, double Database, double Client) then, (double Service, double Database, double Client) now,
        int choices) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(now.Service - then.Service) * 1000 / choices:F2} ms service, " +
        $"{(now.Database - then.Database) * 1000 / choices:F2} ms PostgreSQL, " +
        $"{(now.Client - then.Client) * 1000 / choices:F2} ms client");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
