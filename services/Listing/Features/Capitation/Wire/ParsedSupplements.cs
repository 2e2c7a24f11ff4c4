using Google.Protobuf.Collections;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Wire to domain: rules for coverage, geography, care need, and per cent of others.</summary>
internal static class ParsedSupplements
{
    private const decimal PercentMax = 100;
    private const decimal WeightMax = 1_000;

    private static readonly Text CapBelowFloor = new("Taket ligger under golvet.", "The cap is below the floor.");

    private static readonly Text NotZero = new("Värdet får inte vara 0.", "The value is not 0.");

    public static VisitCoverage Of(string at, Proto.VisitCoverageRule wire, Violations faults)
    {
        var floor = faults.Number(at + ".floorPercent", wire.FloorPercent, PercentMax);
        var cap = faults.Number(at + ".capPercent", wire.CapPercent, PercentMax);
        if (cap < floor)
            faults.Add(at + ".capPercent", "cap-below-floor", CapBelowFloor);
        var price = ParsedRules.Price(at + ".price", wire.Price, faults);
        return new VisitCoverage("", floor, cap, price, PointsOf(at, wire.PointsOf, faults));
    }

    public static GeographyPot Of(string at, Proto.GeographyRule wire, Violations faults)
    {
        if (wire.Scales.Count == 0)
            faults.Add(at + ".scales", "required", Coded.Required);
        var scales = wire.Scales.Select((scale, i) => new FigureNeed(
            faults.Code($"{at}.scales[{i}].measure", scale.Measure), IsStanding: true,
            faults.Number($"{at}.scales[{i}].maxPoints", scale.MaxPoints, PercentMax))).ToList();
        return new GeographyPot(
            "", ParsedRules.Price(at + ".pot", wire.Pot, faults), scales,
            faults.Number(at + ".abovePoints", wire.AbovePoints, WeightMax), PointsOf(at, wire.PointsOf, faults))
        {
            IsWeighted = wire.IsWeighted,
        };
    }

    public static CareNeed Of(string at, Proto.CareNeedRule wire, Violations faults)
    {
        var reference = faults.Number(at + ".reference", wire.Reference, WeightMax);
        if (wire.Reference.Length > 0 && reference == 0)
            faults.Add(at + ".reference", "zero", NotZero);
        return new CareNeed(
            "",
            new CareNeedWeights(
                Weight("Under5", wire.WeightUnder5), Weight("BornAbroad", wire.WeightBornAbroad),
                Weight("AloneOver65", wire.WeightAloneOver65), Weight("SingleParent", wire.WeightSingleParent),
                Weight("MovedIn", wire.WeightMovedIn), Weight("Unemployed", wire.WeightUnemployed),
                Weight("LowEducation", wire.WeightLowEducation)),
            reference, ParsedRules.PriceOrRest(at + ".price", wire.Price, faults));

        decimal Weight(string name, string text) => faults.Number($"{at}.weight{name}", text, WeightMax);
    }

    public static Surcharge Of(string at, Proto.SurchargeRule wire, Violations faults) => new(
        "", faults.Number(at + ".percent", wire.Percent, PercentMax), [.. wire.Of.Distinct()])
    {
        Reached = wire.ReachedMeasure.Length == 0 ? null : new FigureNeed(
            faults.Code(at + ".reachedMeasure", wire.ReachedMeasure), IsStanding: false, PercentMax),
    };

    private static List<string> PointsOf(string at, RepeatedField<string> codes, Violations faults)
    {
        if (codes.Count == 0)
            faults.Add(at + ".pointsOf", "required", Coded.Required);
        return [.. codes.Distinct()];
    }
}
