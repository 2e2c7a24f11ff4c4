using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Platform.Feeds;

/// <summary>
/// A place in a change feed: everything up to it has been seen. Clients keep the text and send it back; what is in it
/// is
/// nobody's business but the feed's.
/// </summary>
public readonly record struct FeedCursor : IParsable<FeedCursor>
{
    private const int Size = 16;

    internal FeedCursor(ulong tx, long position)
    {
        Tx = tx;
        Position = position;
    }

    internal ulong Tx { get; }

    internal long Position { get; }

    /// <summary>Reads the text form; throws <see cref="FormatException"/> for anything else.</summary>
    public static FeedCursor Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("This is not a cursor of the feed.");

    /// <summary>Reads the text form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out FeedCursor result) => TryParse(s, null, out result);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FeedCursor result)
    {
        result = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (s is null || !Base64Url.IsValid(s, out var length) || length != Size)
            return false;
        Base64Url.DecodeFromChars(s, bytes);
        var position = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        if (position < 0)
            return false;
        result = new FeedCursor(BinaryPrimitives.ReadUInt64BigEndian(bytes), position);
        return true;
    }

    /// <summary>Text that is safe in a URL and in a header.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Tx);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Position);
        return Base64Url.EncodeToString(bytes);
    }
}
