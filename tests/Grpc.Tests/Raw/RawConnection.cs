using System.Buffers.Binary;
using System.Net.Sockets;

namespace NaraVard.Grpc.Tests.Raw;

/// <summary>
/// HTTP/2 frame by frame, so that a test can send what no client would: half messages, resets, and nothing at all.
/// </summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly TcpClient tcp = new();
    private readonly string authority;
    private int nextStream = 1;

    private RawConnection(string authority) => this.authority = authority;

    private NetworkStream Wire => tcp.GetStream();

    /// <param name="address">The server.</param>
    /// <param name="window">What the server may send on a stream before it has to wait.</param>
    public static async Task<RawConnection> Open(Uri address, int window = 1_000_000)
    {
        var connection = new RawConnection(address.Authority);
        await connection.tcp.ConnectAsync(address.Host, address.Port);
        await connection.Wire.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        // No dynamic header table (1), and the window (4).
        var settings = new byte[12];
        settings[1] = 1;
        settings[7] = 4;
        BinaryPrimitives.WriteInt32BigEndian(settings.AsSpan(8), window);
        await connection.Frame(4, 0, 0, settings);
        // All streams together may send as they like.
        await connection.Frame(8, 0, 0, [0x10, 0, 0, 0]);
        return connection;
    }

    /// <summary>Opens a stream with the headers of a gRPC request, some of them changed (null: left out).</summary>
    public async Task<int> Request(string path, bool isEnd, params (string Name, string? Value)[] changes)
    {
        List<(string Name, string? Value)> headers =
        [
            (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", authority),
            ("content-type", "application/grpc"), ("te", "trailers"),
        ];
        foreach (var (name, value) in changes)
        {
            headers.RemoveAll(h => h.Name == name);
            // Pseudo-headers come first.
            headers.Insert(name[0] == ':' ? 0 : headers.Count, (name, value));
        }
        var stream = nextStream;
        nextStream += 2;
        var block = RawHeaders.Encode(headers.Where(h => h.Value is not null).Select(h => (h.Name, h.Value!)));
        await Frame(1, (byte)(isEnd ? 5 : 4), stream, block);
        return stream;
    }

    public Task Data(int stream, byte[] bytes, bool isEnd) => Frame(0, (byte)(isEnd ? 1 : 0), stream, bytes);

    public Task Reset(int stream) => Frame(3, 0, stream, [0, 0, 0, 8]);

    /// <summary>Everything that the server says on a stream until it ends it.</summary>
    public async Task<RawAnswer> Answer(int stream)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var answer = new RawAnswer();
        while (!answer.IsEnded)
        {
            var (type, flags, of, content) = await Read(late.Token);
            if (type == 4 && (flags & 1) == 0)
                await Frame(4, 1, 0, []);
            else if (type == 7)
                answer.Reset = -1;
            else if (of == stream)
                answer.Take(type, flags, content);
        }
        return answer;
    }

    public ValueTask DisposeAsync()
    {
        tcp.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Frame(byte type, byte flags, int stream, byte[] content)
    {
        var frame = new byte[9 + content.Length];
        frame[0] = (byte)(content.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)content.Length);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        content.CopyTo(frame, 9);
        await Wire.WriteAsync(frame);
    }

    private async Task<(byte Type, byte Flags, int Stream, byte[] Content)> Read(CancellationToken stop)
    {
        var header = new byte[9];
        await Wire.ReadExactlyAsync(header, stop);
        var content = new byte[(header[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(1))];
        await Wire.ReadExactlyAsync(content, stop);
        return (header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)), content);
    }
}
