using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Identifiers.Places;

/// <summary>
/// One of the 290 municipalities (kommuner). The code has four digits of which the first two are the county's, such as
/// 1780 for Karlstad. <c>default</c> is none and cannot be used.
/// </summary>
public readonly record struct KommunCode
{
    private static readonly FrozenDictionary<string, Row> Rows = Table.Rows("municipalities.csv")
        .ToFrozenDictionary(row => row[0], row => new Row(row[0], row[1], row[2]));

    private readonly Row? row;

    private KommunCode(Row row) => this.row = row;

    /// <summary>All kommuner in the order of their codes.</summary>
    public static IReadOnlyList<KommunCode> All { get; } =
        [.. Rows.Values.OrderBy(row => row.Code, StringComparer.Ordinal).Select(row => new KommunCode(row))];

    /// <summary>Four digits.</summary>
    public string Code => Known.Code;

    /// <summary>"Karlstads kommun".</summary>
    public string Name => Known.Name;

    /// <summary>"Karlstad".</summary>
    public string ShortName => Known.ShortName;

    /// <summary>The county that the kommun lies in.</summary>
    public LanCode Lan => LanCode.Parse(Code[..2]);

    private Row Known => row ?? throw new InvalidOperationException("This is default(KommunCode), which is no kommun.");

    /// <summary>Reads four digits.</summary>
    public static bool TryParse(string? text, out KommunCode code, [NotNullWhen(false)] out IdentifierError? error)
    {
        var row = Rows.GetValueOrDefault(text ?? "");
        code = row is null ? default : new KommunCode(row);
        error = row is null ? IdentifierError.KommunUnknown : null;
        return row is not null;
    }

    /// <summary>Reads four digits that are known to be a kommun.</summary>
    /// <exception cref="InvalidIdentifierException">They are not.</exception>
    public static KommunCode Parse(string text) =>
        TryParse(text, out var code, out var error) ? code : throw new InvalidIdentifierException(error);

    /// <summary>The code; empty for <c>default</c>.</summary>
    public override string ToString() => row?.Code ?? "";

    private sealed record Row(string Code, string Name, string ShortName);
}
