using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Choice = NaraVard.Contracts.Listing.V1.Listing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Benchmarks.Listing;

/// <summary>A partner system through which people choose a clinic, over 64 connections.</summary>
internal sealed class Chooser : IDisposable
{
    private const int Half = GeneratedRegion.Clinics / 2;

    private readonly GrpcChannel[] channels;
    private readonly Metadata headers;
    private readonly int[] people;

    /// <param name="server">Where they choose.</param>
    /// <param name="count">How many choose at most.</param>
    public Chooser(ListingServer server, int count)
    {
        people = [.. Population.Adults().Take(count)];
        channels = [.. Enumerable.Range(0, Paced.Connections).Select(_ => server.Connect())];
        headers = server.Headers(People.In(Roles.Partner));
    }

    /// <summary>One of them, by number, chooses one of the second half of the clinics.</summary>
    public Task Choose(int person) => Choose(person, Spread(person));

    /// <summary>One of them, by number, chooses a clinic.</summary>
    public async Task<Choice> Choose(int person, string clinic) =>
        await new Client(channels[person % Paced.Connections]).ChooseClinicAsync(
            new()
            {
                ListingId = Guid.CreateVersion7().ToString(),
                PersonNumber = Population.Number(people[person]),
                Type = ListingType.PrimaryCare,
                ClinicId = clinic,
                MayQueue = true,
            },
            headers);

    /// <summary>One of the second half of the clinics.</summary>
    public static string Spread(int person) => GeneratedRegion.Unit("C", Half + 1 + person % Half);

    public void Dispose()
    {
        foreach (var channel in channels)
            channel.Dispose();
    }
}
