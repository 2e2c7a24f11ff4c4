using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Net.Client;
using NaraVard.Benchmarks.Grpc.V1;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>Drives a server from .NET with 200 echoes at the same time; each load is answers per second.</summary>
internal static class ClientLoad
{
    private const int Concurrent = 200;

    /// <summary>Our client over one channel.</summary>
    public static async Task<double> Ours(string address, TimeSpan duration)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var client = new Echo.EchoClient(channel);
        return await Run(duration, async () => await client.SayAsync(Messages.Hundred));
    }

    /// <summary>The HTTP client of .NET, which posts the same frame and reads the answer to its end.</summary>
    public static async Task<double> Http(string address, TimeSpan duration)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { EnableMultipleHttp2Connections = true });
        var url = new Uri(address + Shape.All[0].Path);
        var frame = Frames.Of(Messages.Hundred);
        return await Run(duration, async () =>
        {
            using var content = new ByteArrayContent(frame);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
            using var request = new HttpRequestMessage(HttpMethod.Post, url)
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = content,
            };
            using var answer = await http.SendAsync(request, CancellationToken.None);
            await answer.Content.CopyToAsync(Stream.Null);
        });
    }

    private static async Task<double> Run(TimeSpan duration, Func<Task> call)
    {
        var clock = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, Concurrent).Select(_ => Repeat(clock, duration, call)));
        return answers.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> Repeat(Stopwatch clock, TimeSpan duration, Func<Task> call)
    {
        var answers = 0;
        for (; clock.Elapsed < duration; answers++)
            await call();
        return answers;
    }
}
