using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Identifiers;

/// <summary>
/// A legal person's number: ten digits, the third at least 2, the last Luhn's check digit (SKV 709). A sole trader's
/// number is a personnummer and is refused here. <c>default</c> is none and cannot be used.
/// </summary>
public readonly record struct OrganisationNumber
{
    /// <summary>FHIR's <c>Identifier.system</c> for organisation numbers.</summary>
    public const string FhirSystem = "urn:oid:2.5.4.97";

    private const int Length = 10;

    private readonly string? digits;

    private OrganisationNumber(string digits) => this.digits = digits;

    /// <summary>Ten digits without a hyphen.</summary>
    public string Digits =>
        digits ?? throw new InvalidOperationException("This is default(OrganisationNumber), which is no number.");

    /// <summary>
    /// Reads ten digits, also with a hyphen before the last four, also with the leading 16 of tax registers.
    /// </summary>
    public static bool TryParse(
        ReadOnlySpan<char> text, out OrganisationNumber number, [NotNullWhen(false)] out IdentifierError? error)
    {
        text = text.Trim();
        if (text.Length > Length + 1 && text.StartsWith("16"))
            text = text[2..];
        Span<char> digits = stackalloc char[Length];
        var isFormed = text.Length == Length ? text.TryCopyTo(digits)
            : text.Length == Length + 1 && text[6] == '-'
                && text[..6].TryCopyTo(digits) && text[7..].TryCopyTo(digits[6..]);
        isFormed = isFormed && Characters.AreDigits(digits) && digits[0] != '0' && digits[2] >= '2';

        error = !isFormed ? IdentifierError.OrganisationNumberFormat
            : Luhn.Holds(digits) ? null
            : IdentifierError.OrganisationNumberCheckDigit;
        number = error is null ? new OrganisationNumber(new string(digits)) : default;
        return error is null;
    }

    /// <summary>Reads a text that is known to be an organisation number.</summary>
    /// <exception cref="InvalidIdentifierException">It is not.</exception>
    public static OrganisationNumber Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var number, out var error) ? number : throw new InvalidIdentifierException(error);

    /// <summary>"232100-0016"; empty for <c>default</c>.</summary>
    public override string ToString() => digits is null ? "" : $"{digits[..6]}-{digits[6..]}";
}
