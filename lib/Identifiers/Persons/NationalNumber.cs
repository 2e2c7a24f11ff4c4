using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace NaraVard.Identifiers.Persons;

/// <summary>
/// The number by which a person is known to Swedish health care: a personnummer, a samordningsnummer or a region's
/// reservnummer. It exists only when it is right: the date is real, has come, and the check digit holds. What it cannot
/// say is whether the number was ever given to anybody.
/// <para>
/// The number itself comes out through the <c>Reveal</c> methods only. <see cref="ToString"/> masks it, interpolation
/// and logs with it, and serialising it as JSON fails. <c>default</c> is no number: it can be compared, and nothing
/// else.
/// </para>
/// </summary>
[JsonConverter(typeof(NeverAsJson))]
[DebuggerDisplay("{ToString()}")]
public readonly struct NationalNumber : IEquatable<NationalNumber>
{
    private const char Delimiter = '|';

    private readonly ulong packed;
    private readonly NumberSystem? system;

    internal NationalNumber(ReadOnlySpan<char> text, NumberSystem system)
    {
        packed = Packed.Pack(text);
        this.system = system;
    }

    /// <summary>Who gave the number.</summary>
    public NumberKind Kind => System.Kind;

    /// <summary>The OID of the series that the number is unique within, as RIV-TA and the access log name it.</summary>
    public string Oid => System.Oid;

    /// <summary>The same as FHIR's <c>Identifier.system</c>.</summary>
    public string FhirSystem => System.FhirSystem;

    private NumberSystem System => system
        ?? throw new InvalidOperationException("This is default(NationalNumber), which is no number: parse one.");

    /// <summary>Two numbers are the same when both series and characters are.</summary>
    public static bool operator ==(NationalNumber left, NationalNumber right) => left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    public static bool operator !=(NationalNumber left, NationalNumber right) => !left.Equals(right);

    /// <summary>
    /// Reads what a person or a partner wrote: ten or twelve characters with or without the separator, blanks around it
    /// and small letters allowed. Tries personnummer, samordningsnummer, then the reserve numbers of the given issuers.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="today">
    /// The calendar day in Sweden, for the century of ten-digit numbers: '-' is a person who turns at most 99 this
    /// year, '+' one who turns 100 or more (folkbokföringslagen 18 §). Without a separator a number that may be a
    /// child's or a centenarian's is refused, never guessed.
    /// </param>
    /// <param name="number">The number, or <c>default</c>.</param>
    /// <param name="error">Why not; contains nothing of the text.</param>
    /// <param name="accepted">
    /// The issuers of reserve numbers; null means <see cref="ReservnummerSchemes.Default"/>.
    /// </param>
    public static bool TryParse(
        ReadOnlySpan<char> text, DateOnly today, out NationalNumber number,
        [NotNullWhen(false)] out IdentifierError? error, ReservnummerSchemes? accepted = null)
    {
        error = NumberReader.Read(text, today, accepted ?? ReservnummerSchemes.Default, out number);
        return error is null;
    }

    /// <summary>As <see cref="TryParse"/>, for text that is known to be a number.</summary>
    /// <exception cref="InvalidIdentifierException">
    /// It was not; the exception has the reason and not the text.
    /// </exception>
    public static NationalNumber Parse(ReadOnlySpan<char> text, DateOnly today, ReservnummerSchemes? accepted = null) =>
        TryParse(text, today, out var number, out var error, accepted)
            ? number
            : throw new InvalidIdentifierException(error);

    /// <summary>Reads what <see cref="RevealWithOid"/> wrote, whatever issuers are accepted today.</summary>
    /// <exception cref="InvalidIdentifierException">The text was not written by that method.</exception>
    public static NationalNumber Restore(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf(Delimiter);
        if (at <= 0 || text.Length - at - 1 != Packed.Length)
            throw new InvalidIdentifierException(IdentifierError.NumberLength);
        var error = NumberReader.Read(
            text[(at + 1)..], DateOnly.MaxValue, ReservnummerSchemes.All, out var number, text[..at]);
        return error is null ? number : throw new InvalidIdentifierException(error);
    }

    /// <summary>
    /// The whole number: twelve characters without a separator. For sealing, sending and showing to those who may see.
    /// </summary>
    public string Reveal() => string.Create(Packed.Length, this, static (text, number) => number.CopyTo(text));

    /// <summary>
    /// The series and the whole number, <c>oid|number</c>: different for every person also among reserve numbers, which
    /// are unique only within their issuer. What to make a key of and what to store.
    /// </summary>
    public string RevealWithOid() => $"{Oid}{Delimiter}{Reveal()}";

    /// <summary>
    /// The whole number as people write it on a given day: six digits, separator, four digits; '+' from the year in
    /// which the person turns 100. Reserve numbers have no short form and come as eight and four characters with a
    /// hyphen.
    /// </summary>
    public string RevealShort(DateOnly on)
    {
        var text = Reveal();
        if (Kind == NumberKind.Reservnummer)
            return $"{text[..8]}-{text[8..]}";
        var turns = on.Year - int.Parse(text.AsSpan(0, 4), provider: null);
        return $"{text[2..8]}{(turns >= 100 ? '+' : '-')}{text[8..]}";
    }

    /// <summary>The day of birth that the number tells; null when it tells none or only a part.</summary>
    public DateOnly? BirthDate()
    {
        Span<char> text = stackalloc char[Packed.Length];
        CopyTo(text);
        return System.Scheme is { } scheme ? scheme.BirthDate(text) : CivicNumber.BirthDate(text);
    }

    /// <summary>
    /// Whole years on a given day; null when the number does not tell the day of birth. Who is born on 29 February gets
    /// a year older on 28 February in other years (by likeness with lag 1930:173 1 §; no rule says it for ages).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before the birth.</exception>
    public int? Age(DateOnly on)
    {
        if (BirthDate() is not { } birth)
            return null;
        if (on < birth)
            throw new ArgumentOutOfRangeException(nameof(on), "The day is before the person's birth.");
        var years = on.Year - birth.Year;
        return birth.AddYears(years) > on ? years - 1 : years;
    }

    /// <summary>
    /// The legal sex that the number tells: its next last digit, even female and odd male; null when it tells none.
    /// </summary>
    public Sex? LegalSex()
    {
        Span<char> text = stackalloc char[Packed.Length];
        CopyTo(text);
        return System.Scheme is { } scheme ? scheme.SexOf(text) : CivicNumber.SexOf(text);
    }

    /// <inheritdoc />
    public bool Equals(NationalNumber other) => packed == other.packed && system?.Oid == other.system?.Oid;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is NationalNumber other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(packed, system?.Oid);

    /// <summary>The kind and a mask; nothing of the number, not even the year.</summary>
    public override string ToString() => system is null ? "(no number)" : $"{system.Kind} ********-****";

    private void CopyTo(Span<char> text)
    {
        _ = System;
        Packed.Unpack(packed, text);
    }
}
