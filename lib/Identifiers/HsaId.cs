using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Identifiers;

/// <summary>
/// Who or what somebody is in the HSA catalogue: a person at work, a unit, a caregiver. <c>SE</c>, the catalogue
/// owner's ten-digit organisation number, a hyphen, then letters a–z and digits; at most 31 characters (Inera).
/// Compared as written: whether the catalogue tells small letters from capitals is not documented where we looked.
/// <c>default</c> is none and cannot be used.
/// </summary>
public readonly record struct HsaId
{
    /// <summary>FHIR's <c>Identifier.system</c> for HSA-ids, after HL7 Sweden's base profiles.</summary>
    public const string FhirSystem = "urn:oid:1.2.752.29.4.19";

    /// <summary>The OID that RIV-TA contracts use.</summary>
    public const string Oid = "1.2.752.129.2.1.4.1";

    private const int LengthMax = 31;
    private const int Hyphen = 12;

    private readonly string? text;

    private HsaId(string text) => this.text = text;

    /// <summary>The id as written.</summary>
    public string Value => text ?? throw new InvalidOperationException("This is default(HsaId), which is no HSA-id.");

    /// <summary>
    /// The ten digits of the catalogue owner. Not checked further: ids in test catalogues have invented ones.
    /// </summary>
    public ReadOnlySpan<char> Owner => Value.AsSpan(2, 10);

    /// <summary>Reads an id.</summary>
    public static bool TryParse(string? text, out HsaId id, [NotNullWhen(false)] out IdentifierError? error)
    {
        var isFormed = text is { Length: > Hyphen + 1 and <= LengthMax }
            && text.StartsWith("SE", StringComparison.Ordinal)
            && Characters.AreDigits(text.AsSpan(2, 10))
            && text[Hyphen] == '-'
            && Characters.AreAlphanumeric(text.AsSpan(Hyphen + 1));
        id = isFormed ? new HsaId(text!) : default;
        error = isFormed ? null : IdentifierError.HsaIdFormat;
        return isFormed;
    }

    /// <summary>Reads a text that is known to be an HSA-id.</summary>
    /// <exception cref="InvalidIdentifierException">It is not.</exception>
    public static HsaId Parse(string text) =>
        TryParse(text, out var id, out var error) ? id : throw new InvalidIdentifierException(error);

    /// <summary>The id; empty for <c>default</c>.</summary>
    public override string ToString() => text ?? "";
}
