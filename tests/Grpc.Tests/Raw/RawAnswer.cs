using System.Buffers.Binary;

namespace NaraVard.Grpc.Tests.Raw;

/// <summary>What a server said on one stream.</summary>
internal sealed class RawAnswer
{
    private readonly List<byte> body = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int blocks;

    /// <summary>Headers and trailers together.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public IReadOnlyList<byte> Body => body;

    /// <summary>The code of the reset that ended the stream; null for none.</summary>
    public int? Reset { get; private set; }

    /// <summary>Done when the stream has ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>True when the connection ended before the stream did.</summary>
    public bool IsCut { get; private set; }

    /// <summary>True when the status came with the headers.</summary>
    public bool IsTrailersOnly => blocks == 1 && body.Count == 0;

    public string Http => Headers[":status"];

    public string? Status => Headers.GetValueOrDefault("grpc-status");

    public void Take(byte type, byte flags, byte[] content)
    {
        if (ended.Task.IsCompleted)
            return;
        switch (type)
        {
            case Frames.Data:
                body.AddRange(content);
                break;
            case Frames.Headers:
                blocks++;
                foreach (var (name, value) in RawHeaders.Decode(content))
                    Headers[name] = value;
                break;
            case Frames.ResetStream:
                Reset = BinaryPrimitives.ReadInt32BigEndian(content);
                ended.TrySetResult();
                return;
        }
        if (type is Frames.Data or Frames.Headers && (flags & Frames.EndStream) != 0)
            ended.TrySetResult();
    }

    /// <summary>The connection is gone, so nothing more will come.</summary>
    public void Cut()
    {
        if (ended.Task.IsCompleted)
            return;
        IsCut = true;
        ended.TrySetResult();
    }
}
