using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace NaraVard.Grpc.Tests.Interop.Tap;

/// <summary>One connection: whose frames belong to which call.</summary>
internal sealed class TappedConnection(ConcurrentQueue<TappedStream> all)
{
    // What a client says before its first frame.
    private const int PrefaceSize = 24;

    private readonly ConcurrentDictionary<int, TappedStream> mine = [];

    /// <summary>Hands on whole frames, each after it was looked at, until the sender has no more.</summary>
    public static async Task Copy(
        TcpClient from, TcpClient to, bool isClient, Action<Frame> look, CancellationToken stop)
    {
        var target = to.GetStream();
        var source = PipeReader.Create(from.GetStream());
        var skip = isClient ? PrefaceSize : 0;
        while (await source.ReadAsync(stop) is { IsCompleted: false } read)
        {
            var rest = read.Buffer;
            if (rest.Length >= skip)
            {
                rest = rest.Slice(skip);
                skip = 0;
                while (Frame.TryTake(ref rest, out var frame))
                    look(frame);
                foreach (var piece in read.Buffer.Slice(0, rest.Start))
                    await target.WriteAsync(piece, stop);
            }
            source.AdvanceTo(skip > 0 ? read.Buffer.Start : rest.Start, read.Buffer.End);
        }
        to.Client.Shutdown(SocketShutdown.Send);
    }

    public void Asked(Frame frame)
    {
        if (frame.Type == Frame.Headers && !mine.ContainsKey(frame.Stream))
            all.Enqueue(mine[frame.Stream] = new TappedStream());
        if (!mine.TryGetValue(frame.Stream, out var stream))
            return;
        if (frame.Type == Frame.Data)
            stream.Asked.Add(frame.Content);
        if (frame.Type == Frame.Reset)
            stream.GiveUp(frame.ErrorCode());
    }

    public void Answered(Frame frame)
    {
        if (frame.Type == Frame.Data && mine.TryGetValue(frame.Stream, out var stream))
            stream.Answered.Add(frame.Content);
    }
}
