using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Contracts.Listing.V1;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

/// <summary>
/// Many people fight for few places through 64 connections: exactly as many as there is room for are listed, and all
/// others queue in the order in which they came.
/// </summary>
public sealed class RushTests(RushHost host) : IClassFixture<RushHost>
{
    private const int Connections = 64;

    [Fact]
    public async Task Exactly_the_ceiling_is_listed_and_the_rest_queue_in_order_of_arrival()
    {
        const int people = 2_000;
        const int places = 50;
        var clinic = await host.Clinic();
        await host.Crowd(people);
        await host.Ceiling(clinic, places);

        var answers = await Rush(clinic, people);

        var listed = answers.Count(one => one.State == ListingState.Accepted);
        Assert.Equal((places, people - places), (listed, answers.Count(one => one.State == ListingState.Queued)));
        Assert.Equal(places, await Count($"select count(*) from listings where clinic = '{clinic}'"));
        var waiting = (await host.Database.AskAll<string>(
            $"select id::text from queue_places where clinic = '{clinic}' order by arrival"))
            .Select((id, i) => (id, i + 1)).ToDictionary();
        Assert.All(answers.Where(one => one.State == ListingState.Queued),
            one => Assert.Equal(waiting[one.ListingId], one.QueuePosition));
        Assert.Equal(people - places, await Count(
            $"select count(distinct arrival) from queue_places where clinic = '{clinic}'"));
        Assert.Equal(0, await Count(
            $"""
            select count(*) from (select arrival, lag(arrival) over (order by arrival) before from queue_places) rows
            where arrival <> before + 1
            """));
    }

    private async Task<IReadOnlyList<Proto.Listing>> Rush(string clinic, int people)
    {
        var token = "Bearer " + host.Identity.Token(ChoiceHost.Partner);
        var next = -1;
        var answers = new Proto.Listing[people];
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var channel = GrpcChannel.ForAddress(host.Address);
            var client = new Client(channel);
            while (Interlocked.Increment(ref next) is var i && i < people)
                answers[i] = await client.ChooseClinicAsync(
                    ChoiceHost.Choice(ChoiceHost.InCrowd(i), clinic), new Metadata { { "authorization", token } });
        }));
        return answers;
    }

    private async Task<long> Count(string sql) => await host.Database.Ask<long>(sql);
}

/// <summary>
/// More at once than there are connections to the database, each of which waits for one as long as it may anywhere but
/// in tests of outages.
/// </summary>
public sealed class RushHost : ChoiceHost
{
    protected override Dictionary<string, string> Settings()
    {
        var settings = base.Settings();
        settings["ConnectionStrings:listing"] = Database.ConnectionString + ";Timeout=60";
        return settings;
    }
}
