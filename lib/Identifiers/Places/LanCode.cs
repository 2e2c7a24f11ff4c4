using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Identifiers.Places;

/// <summary>
/// One of the 21 counties (län), and with that the region: their areas are the same. The code has two digits, such as
/// 17 for Värmland. <c>default</c> is none and cannot be used.
/// </summary>
public readonly record struct LanCode
{
    private static readonly FrozenDictionary<string, Row> Rows = Table.Rows("counties.csv")
        .ToFrozenDictionary(row => row[0], row => new Row(row[0], row[1], row[2]));

    private readonly Row? row;

    private LanCode(Row row) => this.row = row;

    /// <summary>All counties in the order of their codes.</summary>
    public static IReadOnlyList<LanCode> All { get; } =
        [.. Rows.Values.OrderBy(row => row.Code, StringComparer.Ordinal).Select(row => new LanCode(row))];

    /// <summary>Two digits.</summary>
    public string Code => Known.Code;

    /// <summary>"Värmlands län".</summary>
    public string Name => Known.Name;

    /// <summary>"Värmland".</summary>
    public string ShortName => Known.ShortName;

    /// <summary>The kommuner of the county in the order of their codes.</summary>
    public IEnumerable<KommunCode> Kommuner
    {
        get
        {
            var code = Code;
            return KommunCode.All.Where(kommun => kommun.Code.StartsWith(code, StringComparison.Ordinal));
        }
    }

    private Row Known => row ?? throw new InvalidOperationException("This is default(LanCode), which is no county.");

    /// <summary>Reads two digits.</summary>
    public static bool TryParse(string? text, out LanCode code, [NotNullWhen(false)] out IdentifierError? error)
    {
        var row = Rows.GetValueOrDefault(text ?? "");
        code = row is null ? default : new LanCode(row);
        error = row is null ? IdentifierError.LanUnknown : null;
        return row is not null;
    }

    /// <summary>Reads two digits that are known to be a county.</summary>
    /// <exception cref="InvalidIdentifierException">They are not.</exception>
    public static LanCode Parse(string text) =>
        TryParse(text, out var code, out var error) ? code : throw new InvalidIdentifierException(error);

    /// <summary>The code; empty for <c>default</c>.</summary>
    public override string ToString() => row?.Code ?? "";

    private sealed record Row(string Code, string Name, string ShortName);
}
