using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using NaraVard.Events.Listing;
using NaraVard.Listing.Data.Capitation;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Runs;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Domain to wire: runs, lines, comparisons, and what is told to others.</summary>
internal static class WireRun
{
    public static Proto.CapitationRun Of(CapitationRun run) => new()
    {
        RunId = run.Id.ToString(),
        Version = run.Version,
        State = (Proto.RunState)run.State,
        ChoiceSystem = (Proto.ChoiceSystem)run.System,
        Month = Month(run.Month),
        ListingDay = run.ListingDay.ToString("O"),
        PackageId = run.PackageId.ToString(),
        CorrectsRunId = run.Corrects?.ToString() ?? "",
        UnitCount = run.UnitCount,
        ListedCount = run.ListedCount,
        Total = Kronor(run.Total),
        Rounding = Kronor(run.Rounding),
        SnapshotDigest = Convert.ToHexStringLower(run.SnapshotDigest),
        PackageDigest = Convert.ToHexStringLower(run.PackageDigest),
        ResultDigest = Convert.ToHexStringLower(run.ResultDigest),
        ComputedAt = run.ComputedAt.ToTimestamp(),
        ComputedBy = run.ComputedBy,
        SignedAt = run.SignedAt?.ToTimestamp(),
        SignedBy = run.SignedBy ?? "",
    };

    /// <summary>What staff of a unit see: nothing of what other units get, nor who computed and signed.</summary>
    public static Proto.CapitationRun WithoutSums(CapitationRun run) => new()
    {
        RunId = run.Id.ToString(),
        Version = run.Version,
        State = (Proto.RunState)run.State,
        ChoiceSystem = (Proto.ChoiceSystem)run.System,
        Month = Month(run.Month),
        ListingDay = run.ListingDay.ToString("O"),
        PackageId = run.PackageId.ToString(),
        CorrectsRunId = run.Corrects?.ToString() ?? "",
        PackageDigest = Convert.ToHexStringLower(run.PackageDigest),
        SignedAt = run.SignedAt?.ToTimestamp(),
    };

    public static Proto.CapitationLine Of(LineRow line) => new()
    {
        Unit = line.Unit,
        Component = line.Component,
        Quantity = Number(line.Quantity),
        Kronor = Kronor(line.Kronor),
        MadeOf = line.Parts.Count == 0 ? null : new() { Parts = { line.Parts.Select(Of) } },
    };

    private static Proto.LinePart Of(Part part) => new()
    {
        Of = part.Of,
        Quantity = Number(part.Quantity),
        Price = new() { Kronor = Number(part.Price.Kronor), Per = (Proto.PricePeriod)part.Price.Per },
    };

    /// <param name="names">What people call each unit, by HSA-id.</param>
    public static Proto.ComparePaymentsResponse Of(
        Comparison comparison, IReadOnlyDictionary<string, string> names) => new()
        {
            Units =
            {
                comparison.Units.Select(unit => new Proto.UnitDifference
                {
                    Unit = unit.Unit,
                    Before = Kronor(unit.Before),
                    After = Kronor(unit.After),
                    Difference = Kronor(unit.Difference),
                }),
            },
            Lines =
            {
                comparison.Lines.Select(line => new Proto.LineDifference
                {
                    Unit = line.Unit,
                    Component = line.Component,
                    Before = Kronor(line.Before),
                    After = Kronor(line.After),
                }),
            },
            Before = Kronor(comparison.Before),
            After = Kronor(comparison.After),
            Difference = Kronor(comparison.Difference),
            Csv = ComparisonCsv.Of(comparison, names),
            ChartSvg = ComparisonChart.Of(comparison, names),
        };

    public static CapitationRunCompleted Completed(CapitationRun run) => new()
    {
        RunId = run.Id,
        Region = run.Region,
        ChoiceSystem = ((Proto.ChoiceSystem)run.System).Code(),
        Month = Month(run.Month),
        Total = run.Total,
        CorrectsRunId = run.Corrects,
        OccurredAt = run.SignedAt!.Value,
    };

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Kronor(decimal kronor) => kronor.ToString("F2", CultureInfo.InvariantCulture);
}
