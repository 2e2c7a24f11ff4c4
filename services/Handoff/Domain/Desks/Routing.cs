using NaraVard.Identifiers.Places;
using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Domain.Desks;

/// <summary>
/// Which kommun is responsible: the one where the person is registered. Said by its code, or by a postal code that lies
/// in one kommun only. Never guessed, and never by address for somebody whose identity is protected (DOMAIN B8.6,
/// B9.1).
/// </summary>
internal static class Routing
{
    private const string Kommun = "kommunCode";
    private const string Postal = "postalCode";

    /// <summary>The kommun, or null with the reasons in <paramref name="faults"/>.</summary>
    public static KommunCode? Resolve(string? kommunCode, string? postalCode, bool isProtected, Violations faults)
    {
        var named = ParseKommun(kommunCode, faults);
        if (string.IsNullOrWhiteSpace(postalCode))
        {
            if (string.IsNullOrWhiteSpace(kommunCode))
                faults.Add(Kommun, "required", new Text(
                    "Ange kommunen där personen är folkbokförd, eller postnumret.",
                    "Give the kommun where the person is registered, or the postal code."));
            return named;
        }

        if (isProtected)
        {
            faults.Add(Postal, "protected-identity", new Text(
                "Skyddade personuppgifter: ange kommunkoden, aldrig adressen.",
                "Protected identity: give the kommun code, never the address."));
            return null;
        }

        return ByPostalCode(postalCode, named, faults);
    }

    private static KommunCode? ParseKommun(string? text, Violations faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (KommunCode.TryParse(text.Trim(), out var code, out var error))
            return code;
        faults.Add(Kommun, error.Code, new Text(error.Sv, error.En));
        return null;
    }

    private static KommunCode? ByPostalCode(string text, KommunCode? named, Violations faults)
    {
        if (!PostalCode.TryParse(text.Trim(), out var postal, out var error))
        {
            faults.Add(Postal, error.Code, new Text(error.Sv, error.En));
            return null;
        }

        var candidates = postal.Kommuner;
        if (named is { } kommun)
        {
            if (!candidates.Contains(kommun))
                faults.Add(Postal, "kommun-disagrees", new Text(
                    "Postnumret ligger inte i den kommun som angetts. Kontrollera folkbokföringen.",
                    "The postal code is not in the kommun that was given. Check the population register."));
            return kommun;
        }

        return Only(candidates, faults);
    }

    /// <summary>
    /// The one kommun that a postal code lies in. With several the caller has to ask, and is told which.
    /// </summary>
    internal static KommunCode? Only(ReadOnlySpan<KommunCode> candidates, Violations faults)
    {
        if (candidates.Length == 1)
            return candidates[0];
        var names = string.Join(", ", candidates.ToArray().Select(kommun => $"{kommun.ShortName} ({kommun.Code})"));
        faults.Add(Postal, "several-kommuner", new Text(
            $"Postnumret ligger i flera kommuner. Ange kommunkoden: {names}.",
            $"The postal code lies in several kommuner. Give the kommun code: {names}."));
        return null;
    }
}
