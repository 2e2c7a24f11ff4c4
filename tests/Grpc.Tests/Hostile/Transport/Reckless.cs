using System.Globalization;
using System.Net.Sockets;
using System.Text;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile.Transport;

/// <summary>
/// Connections that end badly: after some ordinary hostile streams comes what breaks HTTP itself. What was answered
/// before stays answered, and the connection ends as it is prescribed.
/// </summary>
internal static class Reckless
{
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(60);

    /// <summary>One such connection; what was wrong, and how many streams it took.</summary>
    public static async Task<(IReadOnlyList<string> Complaints, int Streams)> Run(HostileHost host, int seed)
    {
        var random = new Random(seed);
        var kind = random.Next(3);
        if (kind == 0)
            return (await OverHttp1(host.Http1, Http1Faults.All[random.Next(Http1Faults.All.Length)]), 1);
        await using var wire = await RawConnection.Open(host.Http2);
        var burst = new Burst(random.Next());
        var complaints = await burst.Run(wire);
        var complaint = kind == 1
            ? await Break(wire, FrameFaults.All[random.Next(FrameFaults.All.Length)], random)
            : await Malformed(wire, MalformedHeaders.All[random.Next(MalformedHeaders.All.Length)]);
        return (complaint is null ? complaints : [.. complaints, complaint], burst.Count + 1);
    }

    /// <summary>Breaks HTTP/2.</summary>
    public static async Task<string?> Break(
        RawConnection wire, (string Name, Func<Random, byte[]> Bytes, int[] Codes) fault, Random random)
    {
        await wire.Send(fault.Bytes(random));
        try
        {
            var code = await wire.Ended.WaitAsync(EndMax);
            return code is { } known && fault.Codes.Contains(known) ? null : $"{fault.Name}: ended with {code}";
        }
        catch (TimeoutException)
        {
            return $"{fault.Name}: the connection goes on";
        }
    }

    /// <summary>Sends a request that is malformed.</summary>
    public static async Task<string?> Malformed(
        RawConnection wire, (string Name, IReadOnlyList<(string Name, string Value)> Headers) fault)
    {
        var stream = await wire.Request(fault.Headers, isEnd: false);
        await wire.Data(stream, Framed.Say("x"), isEnd: true);
        var answer = await wire.Answer(stream);
        return answer.IsCut || answer.Reset is not null || answer.Http is "400" or "431"
            ? null
            : $"{fault.Name}: HTTP {answer.Http}, status {answer.Status}";
    }

    /// <summary>Breaks HTTP/1.1.</summary>
    public static async Task<IReadOnlyList<string>> OverHttp1(
        Uri address, (string Name, string Text, int[] Statuses) fault)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address.Host, address.Port);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Http1Faults.Bytes(fault.Text));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        using var late = new CancellationTokenSource(EndMax);
        try
        {
            while (await stream.ReadAsync(buffer, late.Token) is > 0 and var size)
                text.Append(Encoding.Latin1.GetString(buffer, 0, size));
        }
        catch (OperationCanceledException)
        {
            return [$"{fault.Name}: the connection goes on after {text}"];
        }
        catch (IOException)
        {
            // A server that closes with unread bytes resets; what it said may have come before.
        }
        if (text.Length == 0)
            return [];
        var status = text.ToString().Split(' ', 3) is [_, var number, _] ? number : "none";
        return int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && fault.Statuses.Contains(code)
            ? []
            : [$"{fault.Name}: {text}"];
    }
}
