using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using NaraVard.Benchmarks.Deployment;

namespace NaraVard.Benchmarks.Handoff;

/// <summary>One version of a handoff that was written.</summary>
/// <param name="Started">When its POST began, by <see cref="Stopwatch"/>.</param>
/// <param name="Answered">When its answer was there.</param>
internal readonly record struct Written(
    Guid Id, long Version, string Kommun, long Started, long Answered, bool IsCounted);

/// <summary>
/// Sends handoffs from the ER at a fixed rate, whether the answers keep up or not; every fourth is taken by its desk as
/// soon as the ER has its answer, which is a second version of it.
/// </summary>
internal sealed class Writer(HttpClient client, Uri gateway, string er, Func<string, string> desk)
{
    private readonly string[] numbers = County.Numbers();
    private readonly ConcurrentBag<Written> written = [];

    public IReadOnlyCollection<Written> Written => written;

    /// <summary>Writes so many a second for so long; ends when all are answered.</summary>
    public async Task Write(int perSecond, TimeSpan duration, bool isCounted)
    {
        var writes = new List<Task>();
        var begun = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var due = 0; due < perSecond * duration.TotalSeconds;)
        {
            await timer.WaitForNextTickAsync();
            var until = Math.Min(
                Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond, perSecond * duration.TotalSeconds);
            for (; due < until; due++)
                writes.Add(WriteOne(due, isCounted));
        }

        await Task.WhenAll(writes);
    }

    private async Task WriteOne(int number, bool isCounted)
    {
        var id = Guid.CreateVersion7();
        var kommun = County.Kommuner[number % County.Kommuner.Length];
        var body = County.Request(id, numbers[number % numbers.Length], kommun, TimeProvider.System.GetUtcNow());
        await Post(new(id, 1, kommun, Stopwatch.GetTimestamp(), 0, isCounted), "/handoff/v1/handoffs", er, body);
        if (number % 4 == 0)
            await Post(
                new(id, 2, kommun, Stopwatch.GetTimestamp(), 0, isCounted),
                $"/handoff/v1/handoffs/{id}/acknowledgements", desk(kommun), "{}");
    }

    private async Task Post(Written write, string path, string token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway, path));
        request.Headers.Authorization = new("Bearer", token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
        written.Add(write with { Answered = Stopwatch.GetTimestamp() });
    }
}
