using System.Globalization;

namespace NaraVard.Identifiers.Places;

/// <summary>Postal code → kommuner, in two arrays sorted alike: fifteen thousand rows take less than 200 kB.</summary>
internal sealed class PostalAreas
{
    private readonly int[] codes;
    private readonly KommunCode[] kommuner;

    /// <summary>
    /// Rows of postal code, place, kommun code; the same postal code may come several times, in any order.
    /// </summary>
    public PostalAreas(IEnumerable<string[]> rows)
    {
        var sorted = rows
            .Select(row => (Code: int.Parse(row[0], CultureInfo.InvariantCulture), Kommun: row[2]))
            .Distinct()
            .Order()
            .ToArray();
        codes = [.. sorted.Select(row => row.Code)];
        kommuner = [.. sorted.Select(row => KommunCode.Parse(row.Kommun))];
    }

    public ReadOnlySpan<KommunCode> Of(int code)
    {
        var hit = Array.BinarySearch(codes, code);
        if (hit < 0)
            return [];
        var (from, to) = (hit, hit + 1);
        while (from > 0 && codes[from - 1] == code)
            from--;
        while (to < codes.Length && codes[to] == code)
            to++;
        return kommuner.AsSpan(from..to);
    }
}
