using System.Buffers.Binary;

namespace NaraVard.Grpc.Tests.Raw;

/// <summary>What a server said on one stream.</summary>
internal sealed class RawAnswer
{
    private readonly List<byte> body = [];
    private int blocks;

    /// <summary>Headers and trailers together.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public IReadOnlyList<byte> Body => body;

    /// <summary>The code of the reset that ended the stream; null for none.</summary>
    public int? Reset { get; set; }

    public bool IsEnded { get; private set; }

    /// <summary>True when the status came with the headers.</summary>
    public bool IsTrailersOnly => blocks == 1 && body.Count == 0;

    public string Http => Headers[":status"];

    public string? Status => Headers.GetValueOrDefault("grpc-status");

    public void Take(byte type, byte flags, byte[] content)
    {
        switch (type)
        {
            case 0:
                body.AddRange(content);
                break;
            case 1:
                blocks++;
                foreach (var (name, value) in RawHeaders.Decode(content))
                    Headers[name] = value;
                break;
            case 3:
                Reset = BinaryPrimitives.ReadInt32BigEndian(content);
                IsEnded = true;
                return;
        }
        IsEnded |= type is 0 or 1 && (flags & 1) == 1;
    }
}
