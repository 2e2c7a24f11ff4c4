using NaraVard.Listing.Domain.Imports;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Features.Csv;

/// <summary>What stands in which column, as the heading of a file says it (docs/import-persons.md).</summary>
internal sealed class CsvColumns
{
    private static readonly string[] Needed = ["number", "kommunCode"];

    private static readonly Text Quotes = new(
        "Ett citattecken saknas på raden.", "A quotation mark is missing in the row.");

    private static readonly Text WrongCount = new(
        "Raden har inte lika många fält som rubriken.", "The row has not as many fields as the heading.");

    private readonly char separator;
    private readonly CsvField[] fields;

    public CsvColumns(string heading)
    {
        separator = Separator(heading);
        fields = [.. heading.Split(separator).Select(name => CsvField.All[Name(name)])];
    }

    /// <summary>Refuses a heading that lacks what is needed, has what does not exist, or something twice.</summary>
    public static void Check(string heading)
    {
        var names = heading.Split(Separator(heading)).Select(Name).ToList();
        var missing = Needed.Where(name => !names.Contains(name)).ToList();
        var unknown = names.Select((name, i) => (name, i))
            .Where(one => !CsvField.All.ContainsKey(one.name) || names.IndexOf(one.name) < one.i)
            .Select(one => one.i + 1).ToList();
        if (missing.Count > 0 || unknown.Count > 0)
            throw ImportRefusals.HeadingWrong(missing, unknown);
    }

    /// <summary>The row that a line says, or what is wrong with its form.</summary>
    public FileRow Row(long line, string text)
    {
        var row = new Proto.RegisterRow();
        List<Violation>? faults = null;
        var (at, column) = (0, 0);
        while (at <= text.Length)
        {
            if (!CsvText.TryTake(text, separator, ref at, out var value))
                return FileRow.Bad(line, "", "csv-quotes", Quotes);
            if (column < fields.Length && value.Length > 0 && !fields[column].TrySet(row, value))
                (faults ??= []).Add(new(fields[column].Name, "unknown-code", CsvField.Unknown));
            column++;
        }

        return column == fields.Length ? new(line, row, faults) : FileRow.Bad(line, "", "csv-columns", WrongCount);
    }

    private static char Separator(string heading) => heading.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    private static string Name(string text) => text.Trim().Trim('"');
}
