namespace NaraVard.Gateway.Streams;

/// <summary>Whether what has passed ends where an event or a line ends.</summary>
internal sealed class Boundary(StreamKind kind)
{
    private byte last = (byte)'\n';
    private byte beforeLast = (byte)'\n';

    public bool IsClear => kind switch
    {
        StreamKind.Events => last == '\n' && beforeLast == '\n',
        StreamKind.Lines => last == '\n',
        StreamKind.Rpc or StreamKind.None => true,
    };

    public void Passed(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            return;
        beforeLast = bytes.Length > 1 ? bytes[^2] : last;
        last = bytes[^1];
    }
}
