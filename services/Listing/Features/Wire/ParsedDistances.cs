using Google.Protobuf.Collections;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Wire to domain: how far it is by road to a clinic.</summary>
internal static class ParsedDistances
{
    private const int RowsMax = 5_000;
    private const int MetersMax = 2_000_000;
    private const int FaultsMax = 100;

    private static readonly Text TooMany = new("Ange högst 5000.", "Give at most 5000.");

    private static readonly Text Twice = new("Postnumret står två gånger.", "The postal code is there twice.");

    private static readonly Text OutOfRange = new(
        "Avståndet är 0 till 2000000 meter.", "The distance is 0 to 2000000 metres.");

    /// <summary>Metres by postal code; of very many faults the first.</summary>
    public static IReadOnlyDictionary<string, int> Of(RepeatedField<Proto.RoadDistance> said, Violations faults)
    {
        if (said.Count > RowsMax)
            faults.Add("distances", "too-many", TooMany);
        var meters = new Dictionary<string, int>(said.Count);
        for (var i = 0; i < Math.Min(said.Count, RowsMax) && faults.All.Count < FaultsMax; i++)
        {
            var (field, row) = ($"distances[{i}].", said[i]);
            if (row.PostalCode.Length == 0)
                faults.Add(field + "postalCode", "required", Coded.Required);
            else if (faults.Postal(field + "postalCode", row.PostalCode) is { } code
                && !meters.TryAdd(code.Code, row.Meters))
                faults.Add(field + "postalCode", "twice", Twice);
            if (row.Meters is < 0 or > MetersMax)
                faults.Add(field + "meters", "out-of-range", OutOfRange);
        }

        return meters;
    }
}
