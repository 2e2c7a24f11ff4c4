using System.Diagnostics;
using Grpc.Net.Client;
using NaraVard.Benchmarks.Grpc.V1;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>Drives a server with our own client: one channel, 200 echoes at the same time.</summary>
internal static class ClientLoad
{
    private const int Concurrent = 200;

    /// <summary>Answers per second.</summary>
    public static async Task<double> Run(string address, TimeSpan duration)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var client = new Echo.EchoClient(channel);
        var clock = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, Concurrent).Select(_ => Repeat(client, clock, duration)));
        return answers.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> Repeat(Echo.EchoClient client, Stopwatch clock, TimeSpan duration)
    {
        var answers = 0;
        while (clock.Elapsed < duration)
        {
            await client.SayAsync(Messages.Hundred);
            answers++;
        }
        return answers;
    }
}
