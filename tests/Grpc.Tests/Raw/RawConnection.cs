using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace NaraVard.Grpc.Tests.Raw;

/// <summary>
/// HTTP/2 frame by frame, so that a test can send what no client would: half messages, resets, and nothing at all.
/// Any number of streams at a time.
/// </summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(60);

    private readonly TcpClient tcp;
    private readonly ConcurrentDictionary<int, RawAnswer> answers = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SendWindow window = new();
    private readonly TaskCompletionSource<int?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly NetworkStream wire;
    private readonly string authority;
    private int nextStream = 1;

    private RawConnection(TcpClient tcp, string authority)
    {
        (this.tcp, this.authority) = (tcp, authority);
        wire = tcp.GetStream();
    }

    /// <summary>Done when the server has closed the connection, with the code of its GOAWAY; null for none.</summary>
    public Task<int?> Ended => ended.Task;

    /// <param name="address">The server.</param>
    /// <param name="window">What the server may send on a stream before it has to wait.</param>
    public static async Task<RawConnection> Open(Uri address, int window = 1_000_000)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(address.Host, address.Port);
        var connection = new RawConnection(tcp, address.Authority);
        // No dynamic header table (1), and the window (4).
        var settings = new byte[12];
        settings[1] = 1;
        settings[7] = 4;
        BinaryPrimitives.WriteInt32BigEndian(settings.AsSpan(8), window);
        await connection.Send((byte[])
        [
            .. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8,
            .. Frames.Of(Frames.Settings, 0, 0, settings),
            // All streams together may send as they like.
            .. Frames.Of(Frames.WindowUpdate, 0, 0, [0x10, 0, 0, 0]),
        ]);
        _ = connection.Listen();
        return connection;
    }

    /// <summary>Opens a stream with the headers of a gRPC request, some of them changed (null: left out).</summary>
    public Task<int> Request(string path, bool isEnd, params (string Name, string? Value)[] changes)
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
        return Request(headers.Where(h => h.Value is not null).Select(h => (h.Name, h.Value!)), isEnd);
    }

    /// <summary>Opens a stream with exactly these headers.</summary>
    public async Task<int> Request(IEnumerable<(string Name, string Value)> headers, bool isEnd)
    {
        var block = RawHeaders.Encode(headers);
        var flags = (byte)(Frames.EndHeaders | (isEnd ? Frames.EndStream : 0));
        // Streams open in the order of their numbers.
        await turn.WaitAsync();
        try
        {
            var stream = NextStream();
            await Write(Frames.Of(Frames.Headers, flags, stream, block));
            return stream;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Sends frames of several new streams, which are numbered in the order of their first frames, in one piece.
    /// </summary>
    /// <returns>The numbers of the streams.</returns>
    public async Task<IReadOnlyDictionary<int, int>> Burst(IReadOnlyList<(int Stream, Func<int, byte[]> Frame)> frames)
    {
        var data = frames.Select(sent => sent.Frame(1)).Where(frame => frame[3] == Frames.Data);
        await window.Take(data.Sum(frame => frame.Length - Frames.HeaderSize));
        Dictionary<int, int> streams = [];
        await turn.WaitAsync();
        try
        {
            using var bytes = new MemoryStream();
            foreach (var (of, frame) in frames)
            {
                if (!streams.TryGetValue(of, out var stream))
                    streams[of] = stream = NextStream();
                bytes.Write(frame(stream));
            }
            await Write(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            return streams;
        }
        finally
        {
            turn.Release();
        }
    }

    public Task Data(int stream, byte[] bytes, bool isEnd) =>
        Data(Frames.Of(Frames.Data, isEnd ? Frames.EndStream : (byte)0, stream, bytes));

    /// <summary>Sends a DATA frame as soon as the connection's window lets it.</summary>
    public async Task Data(byte[] frame)
    {
        await window.Take(frame.Length - Frames.HeaderSize);
        await Send(frame);
    }

    public Task Reset(int stream) => Send(Frames.Reset(stream));

    /// <summary>Sends whatever it is.</summary>
    public async Task Send(ReadOnlyMemory<byte> bytes)
    {
        await turn.WaitAsync();
        try
        {
            await Write(bytes);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Everything that the server says on a stream until it ends it, or the connection.</summary>
    public async Task<RawAnswer> Answer(int stream)
    {
        var answer = answers[stream];
        await answer.Ended.WaitAsync(AnswerMax);
        answers.TryRemove(stream, out _);
        return answer;
    }

    /// <summary>Nobody waits for the stream's answer any more.</summary>
    public void Forget(int stream) => answers.TryRemove(stream, out _);

    /// <summary>Says that nothing more will be sent.</summary>
    public void HalfClose() => tcp.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Leaves without a word, as a process that is killed.</summary>
    public void Cut() => tcp.Client.Close(0);

    public ValueTask DisposeAsync()
    {
        tcp.Dispose();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Write(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await wire.WriteAsync(bytes);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // What is sent to a connection that has ended is lost; the one who listens says so.
        }
    }

    private int NextStream()
    {
        var stream = nextStream;
        nextStream += 2;
        var answer = answers[stream] = new RawAnswer();
        if (ended.Task.IsCompleted)
            answer.Cut();
        return stream;
    }

    private async Task Listen()
    {
        int? code = null;
        try
        {
            var source = new BufferedStream(wire, 16_384);
            var header = new byte[Frames.HeaderSize];
            while (true)
            {
                await source.ReadExactlyAsync(header);
                var content = new byte[(header[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(1))];
                await source.ReadExactlyAsync(content);
                var stream = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5));
                if (header[3] == Frames.GoAway)
                    code = BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(4));
                else
                    await Take(header[3], header[4], stream, content);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or SocketException)
        {
            // However a connection ends, it has ended.
        }
        ended.TrySetResult(code);
        window.Add(uint.MaxValue);
        foreach (var answer in answers.Values)
            answer.Cut();
    }

    private async Task Take(byte type, byte flags, int stream, byte[] content)
    {
        if (stream != 0)
            answers.GetValueOrDefault(stream)?.Take(type, flags, content);
        else if (type == Frames.WindowUpdate)
            window.Add(BinaryPrimitives.ReadInt32BigEndian(content));
        else if (type is Frames.Settings or Frames.Ping && (flags & Frames.Acknowledged) == 0)
            await Send(Frames.Of(type, Frames.Acknowledged, 0, type == Frames.Ping ? content : []));
    }
}
