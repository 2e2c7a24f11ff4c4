using System.Globalization;
using System.Text.RegularExpressions;

namespace NaraVard.Benchmarks.Measuring;

/// <summary>Drives a server over HTTP with nghttp2's h2load, from one thread.</summary>
/// <param name="url">What is asked for; every answer must be a 2xx.</param>
/// <param name="headers">Each as <c>name: value</c>.</param>
public sealed partial class H2Load(string url, params string[] headers)
{
    /// <summary>Connections at the same time.</summary>
    public int Connections { get; init; } = 10;

    /// <summary>Requests at the same time on each connection.</summary>
    public int Streams { get; init; } = 20;

    /// <summary>Requests a second in all, a multiple of <see cref="Connections"/>; 0 for as many as it can.</summary>
    public int RequestsPerSecond { get; init; }

    /// <summary>Posted with every request; null for a GET.</summary>
    public byte[]? Body { get; init; }

    /// <summary>HTTP/1.1 instead of HTTP/2; then <see cref="Streams"/> is to be 1.</summary>
    public bool IsHttp1 { get; init; }

    /// <summary>Sends so many requests.</summary>
    public Task<LoadResult> Run(int requests) => Run("-n", requests.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends requests for so long.</summary>
    public Task<LoadResult> Run(TimeSpan duration) =>
        Run("-D", duration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) + "ms");

    private async Task<LoadResult> Run(string limit, string value)
    {
        var folder = Directory.CreateTempSubdirectory("h2load-");
        try
        {
            var log = Path.Combine(folder.FullName, "log");
            var body = Path.Combine(folder.FullName, "body");
            List<string> arguments =
                [limit, value, "-c", Text(Connections), "-m", Text(Streams), "--log-file", log];
            arguments.AddRange(headers.SelectMany(h => new[] { "-H", h }));
            if (RequestsPerSecond > 0)
                arguments.AddRange(["--rps", Text(RequestsPerSecond / Connections)]);
            if (IsHttp1)
                arguments.Add("--h1");
            if (Body is not null)
            {
                await File.WriteAllBytesAsync(body, Body);
                arguments.AddRange(["-d", body]);
            }
            var printed = await ChildProcess.Run("h2load", [.. arguments, url]);
            return new LoadResult(PerSecond(printed), new Percentiles(File.ReadLines(log).Select(Milliseconds)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double PerSecond(string printed)
    {
        if (Answered().Match(printed) is not { Success: true } answered
            || answered.Groups["done"].Value != answered.Groups["good"].Value || !NoneWrong().IsMatch(printed))
            throw new InvalidOperationException($"Not every request succeeded:\n{printed}");
        return double.Parse(Rate().Match(printed).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    // A line of the log: start of the request in µs, status, duration in µs.
    private static double Milliseconds(string line) =>
        double.Parse(line.AsSpan(line.LastIndexOf('\t') + 1), CultureInfo.InvariantCulture) / 1000;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([\d.]+) req/s")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(?<done>[1-9]\d*) done, (?<good>\d+) succeeded, 0 failed, 0 errored, 0 timeout")]
    private static partial Regex Answered();

    [GeneratedRegex(@"2xx, 0 3xx, 0 4xx, 0 5xx")]
    private static partial Regex NoneWrong();
}

/// <summary>What h2load saw.</summary>
/// <param name="PerSecond">Answers in a second.</param>
/// <param name="Milliseconds">From a request's start to the end of its answer.</param>
public sealed record LoadResult(double PerSecond, Percentiles Milliseconds);
