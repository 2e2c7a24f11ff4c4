using NaraVard.Identifiers.Persons;
using NaraVard.Identifiers.Places;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Domain.Places;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Wire to domain and back: numbers, homes and positions.</summary>
internal static class Places
{
    private static readonly Text OutOfRange = new(
        "Latitud är −90 till 90 och longitud −180 till 180.", "Latitude is −90 to 90 and longitude −180 to 180.");

    /// <summary>The number; null with a violation that says nothing of the text when it is none.</summary>
    public static NationalNumber? Number(this Violations faults, string field, string text, DateOnly today)
    {
        if (NationalNumber.TryParse(text, today, out var number, out var error))
            return number;
        faults.Add(field, error.Code, new(error.Sv, error.En));
        return null;
    }

    /// <summary>A home; a violation for each part that is none.</summary>
    public static Residence Home(
        this Violations faults, string prefix, string kommunCode, string postalCode, Proto.Position? position,
        string dwellingId) =>
        new(faults.Kommun(prefix + "kommunCode", kommunCode), faults.Postal(prefix + "postalCode", postalCode),
            faults.Position(prefix + "position", position),
            dwellingId.Length == 0 ? null : Coded.Id(prefix + "dwellingId", dwellingId, faults));

    /// <summary>The kommun; a violation when there is none with the code.</summary>
    public static KommunCode Kommun(this Violations faults, string field, string text)
    {
        if (!KommunCode.TryParse(text, out var kommun, out var error))
            faults.Add(field, error.Code, new(error.Sv, error.En));
        return kommun;
    }

    /// <summary>The position, null when none is said; a violation when it is not on earth.</summary>
    public static Position? Position(this Violations faults, string field, Proto.Position? said)
    {
        if (said is null)
            return null;
        if (Domain.Places.Position.IsPossible(said.Latitude, said.Longitude))
            return new(said.Latitude, said.Longitude);
        faults.Add(field, "out-of-range", OutOfRange);
        return null;
    }

    public static Proto.Position? Wire(Position? position) => position is not { } at ? null : new()
    {
        Latitude = at.Latitude,
        Longitude = at.Longitude,
    };

    /// <summary>The postal code, null when none is said; a violation when it is none.</summary>
    public static PostalCode? Postal(this Violations faults, string field, string text)
    {
        if (text.Length == 0)
            return null;
        if (PostalCode.TryParse(text, out var code, out var error))
            return code;
        faults.Add(field, error.Code, new(error.Sv, error.En));
        return null;
    }
}
