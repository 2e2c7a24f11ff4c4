using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Platform.Identity;

/// <summary>What sort of public body an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>A region: responsible for health care.</summary>
    Region,

    /// <summary>A municipality (kommun): responsible for social services and home care.</summary>
    Municipality,
}

/// <summary>
/// A region or a municipality by its official code: <c>region:17</c> (county code) or <c>kommun:1780</c>
/// (municipality code). It is whose data something is, and for whom a caller acts.
/// </summary>
public readonly record struct Organisation : IParsable<Organisation>
{
    private const string RegionPrefix = "region:";
    private const string MunicipalityPrefix = "kommun:";
    private readonly string? code;

    private Organisation(OrganisationKind kind, string code)
    {
        Kind = kind;
        this.code = code;
    }

    /// <summary>Region or municipality.</summary>
    public OrganisationKind Kind { get; }

    /// <summary>County code of two digits, or municipality code of four.</summary>
    public string Code => code ?? throw new InvalidOperationException("An organisation was never given a value.");

    /// <summary>The region with this county code.</summary>
    public static Organisation Region(string code) => Parse(RegionPrefix + code);

    /// <summary>The municipality with this municipality code.</summary>
    public static Organisation Municipality(string code) => Parse(MunicipalityPrefix + code);

    /// <summary>
    /// Reads <c>region:17</c> or <c>kommun:1780</c>; throws <see cref="FormatException"/> for anything else.
    /// </summary>
    public static Organisation Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var organisation)
            ? organisation
            : throw new FormatException("An organisation is written as region:17 or kommun:1780.");

    /// <summary>Reads <c>region:17</c> or <c>kommun:1780</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Organisation result) =>
        TryParse(s, null, out result);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Organisation result)
    {
        result = default;
        if (s is null)
            return false;
        if (s.StartsWith(RegionPrefix, StringComparison.Ordinal) && IsCode(s, RegionPrefix.Length, 2))
            result = new Organisation(OrganisationKind.Region, s[RegionPrefix.Length..]);
        else if (s.StartsWith(MunicipalityPrefix, StringComparison.Ordinal) && IsCode(s, MunicipalityPrefix.Length, 4))
            result = new Organisation(OrganisationKind.Municipality, s[MunicipalityPrefix.Length..]);
        return result.code is not null;
    }

    /// <summary>The form that tokens, events and databases hold: <c>region:17</c>, <c>kommun:1780</c>.</summary>
    public override string ToString() => Kind switch
    {
        OrganisationKind.Region => RegionPrefix + Code,
        OrganisationKind.Municipality => MunicipalityPrefix + Code,
    };

    private static bool IsCode(string s, int start, int length) =>
        s.Length == start + length && !s.AsSpan(start).ContainsAnyExceptInRange('0', '9');
}
