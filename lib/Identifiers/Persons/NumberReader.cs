namespace NaraVard.Identifiers.Persons;

/// <summary>
/// From what was written to a number: normalise, find the century, then ask the rules of each kind in turn.
/// </summary>
internal static class NumberReader
{
    private const int ShortLength = 10;

    /// <summary>Reads one number. An OID, when given, says which series it must be of.</summary>
    public static IdentifierError? Read(
        ReadOnlySpan<char> written, DateOnly today, ReservnummerSchemes accepted, out NationalNumber number,
        ReadOnlySpan<char> oid = default)
    {
        number = default;
        Span<char> text = stackalloc char[Packed.Length];
        if (Normalise(written.Trim(), today, text) is { } fault)
            return fault;

        var error = Characters.AreDigits(text) ? CivicNumber.Check(text, today) : IdentifierError.ReservnummerUnknown;
        if (error is null)
            number = new NationalNumber(text,
                CivicNumber.IsCoordination(text) ? NumberSystem.Samordningsnummer : NumberSystem.Personnummer);
        else
            error = Reserve(text, error, oid.IsEmpty ? accepted : Only(accepted, oid), out number);
        return error is null && !oid.IsEmpty && !oid.SequenceEqual(number.Oid)
            ? IdentifierError.ReservnummerUnknown
            : error;
    }

    // What the reserve rules say matters only when the text has such a form; else the first reason is the better one.
    private static IdentifierError? Reserve(
        ReadOnlySpan<char> text, IdentifierError civic, ReservnummerSchemes accepted, out NationalNumber number)
    {
        var error = accepted.Find(text, out var scheme);
        number = scheme is null ? default : new NationalNumber(text, scheme.System);
        return error == IdentifierError.ReservnummerUnknown ? civic : error;
    }

    private static ReservnummerSchemes Only(ReservnummerSchemes accepted, ReadOnlySpan<char> oid)
    {
        foreach (var scheme in accepted.Issuers)
        {
            if (oid.SequenceEqual(scheme.Oid))
                return ReservnummerSchemes.Of(scheme.Oid);
        }

        return accepted;
    }

    private static IdentifierError? Normalise(ReadOnlySpan<char> written, DateOnly today, Span<char> text)
    {
        if (written.IsEmpty)
            return IdentifierError.NumberMissing;
        var separator = written.Length is ShortLength + 1 or Packed.Length + 1 && written[^5] is '-' or '+'
            ? written[^5]
            : '\0';
        var length = separator == '\0' ? written.Length : written.Length - 1;
        if (length is not (ShortLength or Packed.Length))
            return IdentifierError.NumberLength;

        var compact = text[(Packed.Length - length)..];
        written[..(length - 4)].CopyTo(compact);
        written[^4..].CopyTo(compact[^4..]);
        foreach (ref var c in compact)
        {
            if (char.IsAsciiLetterLower(c))
                c = (char)(c - 'a' + 'A');
            else if (!char.IsAsciiLetterOrDigit(c))
                return IdentifierError.NumberCharacters;
        }

        return length == ShortLength ? Lengthen(text, separator, today)
            : separator == '+' ? IdentifierError.NumberSeparator
            : null;
    }

    private static IdentifierError? Lengthen(Span<char> text, char separator, DateOnly today)
    {
        if (!Characters.AreDigits(text[2..]))
            return IdentifierError.NumberLength;
        var error = CivicNumber.Year((text[2] - '0') * 10 + text[3] - '0', separator, today, out var year);
        text[0] = (char)('0' + year / 1000);
        text[1] = (char)('0' + year / 100 % 10);
        return error;
    }
}
