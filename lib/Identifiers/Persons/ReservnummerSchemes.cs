using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NaraVard.Identifiers.Persons;

/// <summary>
/// The issuers whose reserve numbers a deployment accepts. Formats of different issuers can overlap; a text that fits
/// two of those in a set is refused, since guessing would mix up two persons.
/// </summary>
public sealed class ReservnummerSchemes
{
    private static readonly FrozenDictionary<string, ReservnummerScheme> Known = Table.Rows("reservnummer.csv")
        .Select(row => new ReservnummerScheme(row)).ToFrozenDictionary(scheme => scheme.Oid);

    private readonly ImmutableArray<ReservnummerScheme> schemes;

    private ReservnummerSchemes(IEnumerable<ReservnummerScheme> schemes) => this.schemes = [.. schemes];

    /// <summary>Värmland, Stockholm, Västra Götaland and Inera Carelink: no text fits two of them.</summary>
    public static ReservnummerSchemes Default { get; } = new(Known.Values.Where(scheme => scheme.IsDefault));

    /// <summary>Every issuer whose format is known here, uncertain ones included. Some of them overlap.</summary>
    public static ReservnummerSchemes All { get; } = new(Known.Values);

    /// <summary>The issuers in this set.</summary>
    public IReadOnlyList<ReservnummerScheme> Issuers => schemes;

    /// <summary>The set of these OIDs, for a deployment that says so in its configuration.</summary>
    /// <exception cref="ArgumentException">No format is known for one of them; the message names it.</exception>
    public static ReservnummerSchemes Of(params IEnumerable<string> oids) => new(oids.Distinct().Select(oid =>
        Known.GetValueOrDefault(oid)
        ?? throw new ArgumentException($"No reserve number format is known for the OID '{oid}'.", nameof(oids))));

    internal static ReservnummerSchemes Among(IEnumerable<ReservnummerScheme> schemes) => new(schemes);

    /// <summary>The one issuer whose rules the twelve characters follow, or why there is none.</summary>
    internal IdentifierError? Find(ReadOnlySpan<char> text, out ReservnummerScheme? found)
    {
        found = null;
        var error = IdentifierError.ReservnummerUnknown;
        foreach (var scheme in schemes)
        {
            if (!scheme.HasForm(text))
                continue;
            if (scheme.Check(text) is { } fault)
            {
                error = fault;
                continue;
            }

            if (found is not null)
            {
                found = null;
                return IdentifierError.ReservnummerAmbiguous;
            }

            found = scheme;
        }

        return found is null ? error : null;
    }
}
