using System.Text;
using System.Text.Unicode;
using NaraVard.Listing.Domain.Imports;

namespace NaraVard.Listing.Features.Csv;

/// <summary>How the bytes of a file are text.</summary>
internal static class Encodings
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// UTF-8 by its mark or because all of it can be; else Latin-1. Null when it is neither: text in two bytes a
    /// letter, or no text.
    /// </summary>
    /// <param name="lines">Whole lines.</param>
    public static TextEncoding? Detect(ReadOnlySpan<byte> lines)
    {
        if (lines.Contains((byte)0) || lines is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return null;
        if (lines.StartsWith(Encoding.UTF8.Preamble))
            return TextEncoding.Utf8Bom;
        return Utf8.IsValid(lines) ? TextEncoding.Utf8 : TextEncoding.Latin1;
    }

    /// <summary>Decodes; throws <see cref="DecoderFallbackException"/> for what is not in the encoding.</summary>
    public static Encoding Of(TextEncoding encoding) =>
        encoding == TextEncoding.Latin1 ? Encoding.Latin1 : StrictUtf8;
}
