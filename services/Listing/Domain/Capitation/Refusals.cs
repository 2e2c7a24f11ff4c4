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
        "Ramen eller potten kan inte fördelas: ingen enhet har poäng i den del som tar den.",
        "The frame or the pool cannot be shared: no unit has points in the component that takes it.");

    public static RuleViolation FrameExceeded(decimal kronor, decimal frame) => No(
        "frame-exceeded",
        $"De andra delarna kostar {kronor:F0} kr, mer än ramen på {frame:F0} kr.",
        $"The other components cost {kronor:F0} kr, more than the frame of {frame:F0} kr.");

    public static RuleViolation DayNotOver(DateOnly day) => No(
        "day-not-over",
        $"Listningen räknas den {day:yyyy-MM-dd}. Beräkna när den dagen är över.",
        $"The listing is counted on {day:yyyy-MM-dd}. Compute when that day is over.");

    public static RuleViolation MonthIsFinal() => No(
        "month-is-final",
        "Månaden är redan signerad och ändras inte. Rätta den med en körning som anger den.",
        "The month is signed off already and is not changed. Correct it by a run that names it.");

    public static RuleViolation NothingToCorrect() => No(
        "nothing-to-correct",
        "En rättelse görs av månadens senast signerade körning, och den angivna är inte det.",
        "A correction is made of the month's latest signed run, and the one named is not that.");

    public static RuleViolation SignedBySame() => No(
        "signed-by-same",
        "Den som beräknat körningen kan inte signera den. Be en kollega.",
        "Whoever computed the run cannot sign it off. Ask a colleague.");

    public static RuleViolation SignerMissing() => No(
        "signer-missing",
        "En körning signeras av en person, inte av ett system.",
        "A run is signed off by a person, not by a system.");

    public static RuleViolation PackageBeginsSameDay() => No(
        "package-begins-same-day",
        "Ett publicerat förfrågningsunderlag börjar redan gälla samma dag.",
        "A published package begins to be in force on the same day already.");

    private static string Named(IReadOnlyDictionary<string, string> units) =>
        string.Join(", ", units.Keys.Order(StringComparer.Ordinal));

    private static RuleViolation No(
        string code, string sv, string en, IReadOnlyDictionary<string, string>? facts = null) =>
        new(code, new Text(sv, en), facts);
}
