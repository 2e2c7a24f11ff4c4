using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>Drives a server with nghttp2's h2load.</summary>
internal sealed partial class Load : IDisposable
{
    private readonly string path;
    private readonly string body = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public Load(string path, IMessage request)
    {
        this.path = path;
        var message = request.ToByteArray();
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        File.WriteAllBytes(body, frame);
    }

    /// <summary>Sends so many requests, 20 at a time on each of 10 connections; answers per second.</summary>
    public async Task<double> Run(string address, int requests)
    {
        using var h2load = Process.Start(new ProcessStartInfo("h2load")
        {
            ArgumentList =
            {
                "-n", requests.ToString(CultureInfo.InvariantCulture), "-c", "10", "-m", "20", "-d", body,
                "-H", "content-type: application/grpc", "-H", "te: trailers", address + path,
            },
            RedirectStandardOutput = true,
        })!;
        var said = await h2load.StandardOutput.ReadToEndAsync();
        await h2load.WaitForExitAsync();
        if (!said.Contains($"{requests} succeeded", StringComparison.Ordinal))
            throw new InvalidOperationException($"Not every request succeeded:\n{said}");
        return double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public void Dispose() => File.Delete(body);

    [GeneratedRegex(@"([\d.]+) req/s")]
    private static partial Regex Rate();
}
