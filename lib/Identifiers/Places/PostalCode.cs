using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NaraVard.Identifiers.Places;

/// <summary>
/// A Swedish postal code: five digits, the first of them 1–9. That it is well formed does not say that it is in use.
/// <c>default</c> is none and cannot be used.
/// </summary>
public readonly record struct PostalCode
{
    private static readonly PostalAreas Areas = new(Table.Rows("postal_to_municipality.csv"));

    private readonly int number;

    private PostalCode(int number) => this.number = number;

    /// <summary>Five digits.</summary>
    public string Code => Known.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Every kommun that the code is known to reach into: none when it is unknown (a new one, a box), and when there
    /// are several the address decides, which is for a person and not for a program.
    /// </summary>
    public ReadOnlySpan<KommunCode> Kommuner => Areas.Of(Known);

    private int Known => number > 0
        ? number
        : throw new InvalidOperationException("This is default(PostalCode), which is no postal code.");

    /// <summary>
    /// Reads five digits, also written as three and two (<c>652 24</c>), also with the country (<c>SE-652 24</c>).
    /// </summary>
    public static bool TryParse(
        ReadOnlySpan<char> text, out PostalCode code, [NotNullWhen(false)] out IdentifierError? error)
    {
        text = text.Trim();
        if (text.StartsWith("SE-", StringComparison.OrdinalIgnoreCase))
            text = text[3..];
        Span<char> digits = stackalloc char[5];
        var isFormed = text.Length == 5 ? text.TryCopyTo(digits)
            : text.Length == 6 && text[3] == ' ' && text[..3].TryCopyTo(digits) && text[4..].TryCopyTo(digits[3..]);
        isFormed = isFormed && Characters.AreDigits(digits) && digits[0] != '0';

        code = isFormed ? new PostalCode(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        error = isFormed ? null : IdentifierError.PostalCodeFormat;
        return isFormed;
    }

    /// <summary>Reads a text that is known to be a postal code.</summary>
    /// <exception cref="InvalidIdentifierException">It is not.</exception>
    public static PostalCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code, out var error) ? code : throw new InvalidIdentifierException(error);

    /// <summary>The code; empty for <c>default</c>.</summary>
    public override string ToString() => number > 0 ? Code : "";
}
