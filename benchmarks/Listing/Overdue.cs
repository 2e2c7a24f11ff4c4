using System.Diagnostics;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.DentalService.DentalServiceClient;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// The list of the children who are overdue for an examination of their teeth: its first and its last page of 100, of
/// the region and of one clinic, each person of a page named in the access log.
/// </summary>
internal static class Overdue
{
    private const int Rounds = 15;

    public static async Task Measure(PostgreSqlServer cluster, TestIdentity identity, int persons)
    {
        await using var server = await ListingServer.Start(cluster, identity);
        await Imports.Import(server, persons, added: persons);
        await GeneratedRegion.SettleDental(server.Database);
        var children = await server.Database.Ask<long>("select count(*) from listings");

        var staff = People.In(Roles.Clinician, "region:17") with { Unit = GeneratedRegion.Unit("T", 7) };
        await Tell("listing-overdue", People.In(Roles.ListingAdmin));
        await Tell("listing-overdue-clinic", staff);

        async Task Tell(string name, TestUser user)
        {
            var (client, headers) = (new Client(server.Channel), server.Headers(user));
            var ask = new ListOverdueExaminationsRequest { Limit = 100, Page = 1 };
            var meta = (await client.ListOverdueExaminationsAsync(ask, headers)).Meta;
            var of = $"{meta.TotalRecords} overdue of {children} children";
            foreach (var (page, which) in new[] { (1, "first"), (meta.TotalPages, "last") })
            {
                var times = new List<double>();
                for (var round = 0; round <= Rounds; round++)
                {
                    var clock = Stopwatch.StartNew();
                    ask.Page = page;
                    var list = await client.ListOverdueExaminationsAsync(ask, headers);
                    if (round > 0)
                        times.Add(clock.Elapsed.TotalMilliseconds);
                    if (list.Overdue.Count == 0 || list.Meta.TotalRecords != meta.TotalRecords)
                        throw new InvalidOperationException($"The {which} page is another: {list.Meta}");
                }

                await Report.Line($"{name}-{which}", Percentiles.Median(times), "ms", of);
            }
        }
    }
}
