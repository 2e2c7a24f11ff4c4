using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Capitation;

/// <summary>Every rule of capitation that can say no. The README lists the codes.</summary>
internal static class Refusals
{
    public static RuleViolation NoPackageInForce(DateOnly month) => No(
        "no-package-in-force",
        $"Inget publicerat förfrågningsunderlag gäller {month:yyyy-MM}. Ersättning beräknas inte utan ett.",
        $"No published package is in force in {month:yyyy-MM}. Nothing is computed without one.");

    public static RuleViolation FiguresMissing(IReadOnlyDictionary<string, string> units) => No(
        "figures-missing",
        $"Uppgifter saknas för enheter som ska få ersättning: {Named(units)}. Lämna dem och beräkna igen.",
        $"Figures are missing for units that are to be paid: {Named(units)}. Deliver them and compute again.",
        units);

    public static RuleViolation FiguresOutOfRange(IReadOnlyDictionary<string, string> units) => No(
        "figures-out-of-range",
        $"Uppgifter ligger utanför sina gränser: {Named(units)}. Rätta dem och beräkna igen.",
        $"Figures are out of their range: {Named(units)}. Correct them and compute again.",
        units);

    public static RuleViolation NobodyToShareFrame() => No(
        "frame-without-points",
        "Ramen kan inte fördelas: ingen enhet har poäng i den del som tar resten.",
        "The frame cannot be shared: no unit has points in the component that takes the rest.");

    public static RuleViolation FrameExceeded(decimal kronor, decimal frame) => No(
        "frame-exceeded",
        $"De andra delarna kostar {kronor:F2} kr, mer än ramen på {frame:F2} kr.",
        $"The other components cost {kronor:F2} kr, more than the frame of {frame:F2} kr.");

    private static string Named(IReadOnlyDictionary<string, string> units) =>
        string.Join(", ", units.Keys.Order(StringComparer.Ordinal));

    private static RuleViolation No(
        string code, string sv, string en, IReadOnlyDictionary<string, string>? facts = null) =>
        new(code, new Text(sv, en), facts);
}
