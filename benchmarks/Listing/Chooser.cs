using System.Collections.Concurrent;
using System.Diagnostics;
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
    private const int Connections = 64;
    private const int Half = GeneratedRegion.Clinics / 2;

    private readonly GrpcChannel[] channels;
    private readonly Metadata headers;
    private readonly int[] people;

    /// <param name="server">Where they choose.</param>
    /// <param name="count">How many choose at most.</param>
    public Chooser(ListingServer server, int count)
    {
        people = [.. Population.Adults().Take(count)];
        channels = [.. Enumerable.Range(0, Connections).Select(_ => server.Connect())];
        headers = server.Headers(People.In(Roles.Partner));
    }

    /// <summary>
    /// So many people, each once, choose at a fixed rate; the milliseconds that each waited from the
    /// time it was due.
    /// </summary>
    public async Task<IReadOnlyCollection<double>> AtRate(int first, int count, int perSecond)
    {
        var (times, calls) = (new ConcurrentBag<double>(), new List<Task>(count));
        var begun = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var due = 0; due < count;)
        {
            await timer.WaitForNextTickAsync();
            for (; due < count && due <= Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond; due++)
                calls.Add(Timed(first + due, TimeSpan.FromSeconds((double)due / perSecond)));
        }

        await Task.WhenAll(calls);
        return times;

        async Task Timed(int person, TimeSpan at)
        {
            await Choose(person, Spread(person));
            times.Add((Stopwatch.GetElapsedTime(begun) - at).TotalMilliseconds);
        }
    }

    /// <summary>So many people choose, each connection as fast as it gets answers.</summary>
    public async Task<IReadOnlyList<Choice>> Rush(int first, int count, Func<int, string> clinic)
    {
        var (next, answers) = (-1, new Choice[count]);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var one && one < count)
                answers[one] = await Choose(first + one, clinic(first + one));
        }));
        return answers;
    }

    /// <summary>One of the second half of the clinics.</summary>
    public static string Spread(int person) => GeneratedRegion.Unit("C", Half + 1 + person % Half);

    public void Dispose()
    {
        foreach (var channel in channels)
            channel.Dispose();
    }

    private async Task<Choice> Choose(int person, string clinic) =>
        await new Client(channels[person % Connections]).ChooseClinicAsync(
            new()
            {
                ListingId = Guid.CreateVersion7().ToString(),
                PersonNumber = Population.Number(people[person]),
                Type = ListingType.PrimaryCare,
                ClinicId = clinic,
                MayQueue = true,
            },
            headers);
}
