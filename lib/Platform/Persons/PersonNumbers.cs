using NaraVard.Identifiers.Persons;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Time;

namespace NaraVard.Platform.Persons;

/// <summary>National numbers in requests, and the persons they mean.</summary>
public static class PersonNumbers
{
    /// <summary>
    /// The number that the text means; a violation that says why, and nothing of the text, when it means none.
    /// </summary>
    public static NationalNumber ParseNumber(this Violations violations, string field, string? text, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (!NationalNumber.TryParse(text, clock.Today(), out var number, out var error))
            violations.Add(field, error.Code, new(error.Sv, error.En));
        return number;
    }

    /// <summary>
    /// The person with this number. A reserve number counts with its series, since two issuers may give the same one.
    /// </summary>
    public static PersonKey Of(this PersonKeys keys, NationalNumber number)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Of(number.Kind == NumberKind.Reservnummer ? number.RevealWithOid() : number.Reveal());
    }
}
