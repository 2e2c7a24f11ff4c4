namespace NaraVard.Listing.Features.Csv;

/// <summary>The whole lines at the beginning of some bytes, one after the other.</summary>
/// <param name="text">The bytes.</param>
/// <param name="isLast">Whether the text ends here: what stands after the last line break is then a line too.</param>
internal sealed class CsvLines(ReadOnlyMemory<byte> text, bool isLast)
{
    /// <summary>How many bytes the lines so far are.</summary>
    public int Bytes { get; private set; }

    /// <summary>How many lines have come so far.</summary>
    public int Count { get; private set; }

    /// <summary>The next line without its line break; null when there is no whole one.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        var rest = text[Bytes..];
        var end = rest.Span.IndexOf((byte)'\n');
        if (end < 0 && (!isLast || rest.IsEmpty))
            return null;
        var line = end < 0 ? rest : rest[..end];
        Bytes += end < 0 ? rest.Length : end + 1;
        Count++;
        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }
}
