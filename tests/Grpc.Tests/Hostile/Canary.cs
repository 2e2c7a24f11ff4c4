using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Echo.V1;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>A client that does all as it should, all the time. It has to be answered right every time.</summary>
internal sealed class Canary : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly GrpcChannel channel;
    private readonly HttpClient json;
    private readonly Task singing;

    public Canary(HostileHost host)
    {
        channel = GrpcChannel.ForAddress(host.Http2);
        json = new HttpClient { BaseAddress = host.Http1 };
        singing = Task.Run(Sing);
    }

    /// <summary>Calls that were answered right.</summary>
    public int Answered { get; private set; }

    /// <summary>Stops it, and fails if a call was not answered right.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await singing;
        channel.Dispose();
        json.Dispose();
        stop.Dispose();
    }

    private async Task Sing()
    {
        var client = new TestService.TestServiceClient(channel);
        using var pause = new PeriodicTimer(Pause);
        while (!stop.IsCancellationRequested)
        {
            var text = $"å {Answered}";
            Assert.Equal(text, (await client.SayAsync(new() { Text = text })).Text);
            using var chat = client.Chat();
            await chat.RequestStream.WriteAsync(new() { Text = text });
            Assert.True(await chat.ResponseStream.MoveNext());
            Assert.Equal(text, chat.ResponseStream.Current.Text);
            await chat.RequestStream.CompleteAsync();
            Assert.False(await chat.ResponseStream.MoveNext());
            var visit = await json.GetStringAsync(new Uri($"/visits/v1/visits/{Answered}", UriKind.Relative));
            Assert.Contains($"\"visitId\":\"{Answered}\"", visit, StringComparison.Ordinal);
            Answered++;
            await pause.WaitForNextTickAsync();
        }
    }
}
