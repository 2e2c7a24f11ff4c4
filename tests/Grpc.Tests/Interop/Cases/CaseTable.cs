namespace NaraVard.Grpc.Tests.Interop.Cases;

/// <summary>The cases as docs/interop.md tells them.</summary>
internal static class CaseTable
{
    private static readonly Pair[] Pairs = Enum.GetValues<Pair>();

    // The same reason stands once.
    private static readonly string[] Reasons =
        [.. AllCases.List.SelectMany(one => one.Nearest).Select(one => one.Because).Distinct()];

    public static IEnumerable<string> Lines() =>
    [
        "| case | what it shows | grpcio calls us | grpc-js calls us | we call grpcio | we call grpc-js |",
        "|---|---|---|---|---|---|",
        .. AllCases.List.Select(Row),
        .. Reasons.Select((reason, number) => $"{number + 1}. {reason}."),
    ];

    public static bool IsOurs(string line) => line.StartsWith('|') || char.IsDigit(line.FirstOrDefault());

    private static string Row(Case one) =>
        $"| `{one.Name}` | {one.Shows} | {string.Join(" | ", Pairs.Select(pair => Cell(one.NearestFor(pair))))} |";

    private static string Cell(Nearest? nearest) =>
        nearest is null ? "yes" : $"nearest ({Array.IndexOf(Reasons, nearest.Because) + 1})";
}
