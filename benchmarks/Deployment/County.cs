using System.Globalization;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.Deployment;

/// <summary>Värmland: its kommuner, the desks that watch, and people who are sent home.</summary>
public static class County
{
    /// <summary>Their codes.</summary>
    public static readonly string[] Kommuner =
    [
        "1715", "1730", "1737", "1760", "1761", "1762", "1763", "1764", "1765", "1766", "1780", "1781", "1782", "1783",
        "1784", "1785",
    ];

    /// <summary>Published test numbers of grown people.</summary>
    public static string[] Numbers()
    {
        using var reader = new StreamReader(
            typeof(County).Assembly.GetManifestResourceStream("test-personnummer.csv")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.StartsWith("19", StringComparison.Ordinal)
            && string.CompareOrdinal(line, "193") > 0 && string.CompareOrdinal(line, "1996") < 0)];
    }

    /// <summary>A worker at a kommun's desk, with a token for the whole run.</summary>
    public static string Desk(TestIdentity identity, string kommun, int place) => Token(
        identity, TestUser.Bistandsbedomare(kommun) with
        {
            Subject = string.Create(CultureInfo.InvariantCulture, $"u-{kommun}-{place}"),
        });

    /// <summary>Staff of the county's ER, with a token for the whole run.</summary>
    public static string Er(TestIdentity identity) => Token(identity, TestUser.ErStaff());

    private static string Token(TestIdentity identity, TestUser user) =>
        identity.Token(user, claims => claims.Expires = claims.IssuedAt!.Value.AddHours(1));

    /// <summary>What an ER sends of one person.</summary>
    public static string Request(Guid id, string number, string kommun, DateTimeOffset now) => $$"""
        {"handoffId":"{{id}}","kommunCode":"{{kommun}}",
        "person":{"number":"{{number}}","name":"Selma Granström","phone":"0980-319299","protection":"PROTECTION_NONE"},
        "consent":{"given":true,"askedBy":"SE9900000176-101","askedAt":"{{now.UtcDateTime:O}}",
        "scope":"CONSENT_SCOPE_RESPONSIBLE_KOMMUN"},
        "need":{"reasonCodes":["REASON_CODE_FALL"],"summary":"Snavade på hallmattan; klarar inte trappan själv.",
        "expectedLeaveAt":"{{now.UtcDateTime.AddHours(3):O}}","triageColour":"TRIAGE_COLOUR_GREEN","frailty":5,
        "livesAlone":true},
        "nextOfKin":{"name":"Anton Granström","phone":"0980-319298","relation":"son"},"erReference":"Rum 4"}
        """;
}
