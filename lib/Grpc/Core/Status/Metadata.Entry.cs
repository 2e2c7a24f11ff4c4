using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One name with a text or with bytes.</summary>
    public sealed class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");

        private readonly string? text;
        private readonly byte[]? bytes;

        /// <summary>A text; the name must not end in <c>-bin</c>.</summary>
        public Entry(string key, string value)
        {
            Key = Normalise(key);
            text = value ?? throw new ArgumentNullException(nameof(value));
            if (IsBinary)
                throw new ArgumentException($"'{Key}' ends in -bin and needs bytes.", nameof(key));
        }

        /// <summary>Bytes; the name must end in <c>-bin</c>.</summary>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalise(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            if (!IsBinary)
                throw new ArgumentException($"'{Key}' needs the ending -bin to hold bytes.", nameof(key));
            bytes = [.. valueBytes];
        }

        // What the other side sent: kept although we would not send it so.
        private Entry(string key, string? text, byte[]? bytes)
        {
            Key = key;
            this.text = text;
            this.bytes = bytes;
        }

        /// <summary>The name, in lower case.</summary>
        public string Key { get; }

        /// <summary>True when the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text. Throws for bytes.</summary>
        public string Value => text ?? throw new InvalidOperationException($"'{Key}' holds bytes, not text.");

        /// <summary>A copy of the bytes, or the text as ASCII.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(text!) : [.. bytes];

        /// <inheritdoc/>
        public override string ToString() =>
            bytes is null ? $"[Entry: key={Key}, value={text}]" : $"[Entry: key={Key}, {bytes.Length} bytes]";

        internal ReadOnlySpan<byte> BytesUncopied => bytes;

        internal static Entry Received(string key, string value) => new(key.ToLowerInvariant(), value, null);

        internal static Entry Received(string key, byte[] value) => new(key.ToLowerInvariant(), null, value);

        private static string Normalise(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            if (lower.Length == 0 || lower.AsSpan().ContainsAnyExcept(KeyCharacters))
                throw new ArgumentException(
                    $"Metadata name '{key}' may hold only letters, digits, '_', '-' and '.'.", nameof(key));
            return lower;
        }
    }
}
