using System.Text;
using NaraVard.Listing.Domain.Imports;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Features.Csv;

/// <summary>The whole rows in a part of a CSV file (docs/import-persons.md), and how much of it they are.</summary>
internal sealed record CsvPart(IReadOnlyList<FileRow> Rows, int Bytes, int Lines)
{
    private const int RowBytesMax = 16_384;

    private static readonly Text TooLong = new("Raden är för lång.", "The row is too long.");

    private static readonly Text WrongEncoding = new(
        "Raden är inte skriven i filens teckenkodning.", "The row is not written in the encoding of the file.");

    /// <summary>Reads what is whole. The first part of a file says its encoding and its columns.</summary>
    public static CsvPart Read(Import import, ReadOnlyMemory<byte> part, bool isLast)
    {
        var lines = new CsvLines(part, isLast);
        if (import.NextOffset == 0)
            Begin(import, part.Span, lines);
        if (import.Encoding is not { } encoding)
            return new([], 0, 0);
        var (columns, text) = (new CsvColumns(import.Heading), Encodings.Of(encoding));
        var rows = new List<FileRow>();
        while (lines.Next() is { } line)
        {
            if (!line.IsEmpty)
                rows.Add(Row(import.LineCount + lines.Count, line.Span, text, columns));
        }

        return lines.Bytes == 0 && !part.IsEmpty && part.Length > RowBytesMax
            ? throw ImportRefusals.RowTooLong()
            : new(rows, lines.Bytes, lines.Count);
    }

    private static void Begin(Import import, ReadOnlySpan<byte> part, CsvLines lines)
    {
        if (lines.Next() is not { } heading)
        {
            if (part.Length > RowBytesMax)
                throw ImportRefusals.RowTooLong();
            return;
        }

        // What the part ends within may be half a letter.
        var whole = part[..(part.LastIndexOf((byte)'\n') is var end and >= 0 ? end : part.Length)];
        var encoding = Encodings.Detect(whole) ?? throw ImportRefusals.EncodingUnknown();
        var text = Encodings.Of(encoding).GetString(heading.Span).TrimStart('\ufeff');
        CsvColumns.Check(text);
        import.Begin(encoding, text);
    }

    private static FileRow Row(long line, ReadOnlySpan<byte> bytes, Encoding encoding, CsvColumns columns)
    {
        if (bytes.Length > RowBytesMax)
            return FileRow.Bad(line, "", "row-too-long", TooLong);
        try
        {
            return columns.Row(line, encoding.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return FileRow.Bad(line, "", "wrong-encoding", WrongEncoding);
        }
    }
}
