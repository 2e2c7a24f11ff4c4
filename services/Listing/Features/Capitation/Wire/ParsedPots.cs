using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Wire to domain: pools that all units share, and amounts by place and size.</summary>
internal static class ParsedPots
{
    private const decimal WeightMax = 1_000;

    private static readonly Text NotZero = new("Värdet får inte vara 0.", "The value is not 0.");

    private static readonly Text Twice = new("Delen står redan i listan.", "The component is in the list already.");

    private static readonly Text CostWithoutBudget = new(
        "En kostnad jämförs med sin budget: ange den som belopp.",
        "A cost is compared with its budget: give that as the sum.");

    private static readonly Text NotRising = new(
        "Första steget börjar på 0 och nästa är alltid högre.",
        "The first tier begins at 0 and the next is always higher.");

    public static Pool Of(string at, Proto.PoolRule wire, Violations faults)
    {
        if (wire.By.Count == 0)
            faults.Add(at + ".by", "required", Coded.Required);
        if (wire.CostMeasure.Length > 0 && wire.Sum is null)
            faults.Add(at + ".sum", "cost-without-budget", CostWithoutBudget);
        return new Pool("", Sum(at + ".sum", wire.Sum, faults), Shares(at + ".by", wire.By, faults))
        {
            Cost = wire.CostMeasure.Length == 0
                ? null
                : new FigureNeed(faults.Code(at + ".costMeasure", wire.CostMeasure), IsStanding: false),
            Tolerance = faults.NumberOrNull(at + ".tolerance", wire.Tolerance, Parsing.FrameMax) ?? 0,
        };
    }

    public static PlaceGrid Of(string at, Proto.PlaceRule wire, Violations faults)
    {
        if (wire.Levels.Count == 0)
            faults.Add(at + ".levels", "required", Coded.Required);
        var levels = wire.Levels.Select((level, i) => Tiers($"{at}.levels[{i}].tiers", level.Tiers, faults)).ToList();
        return new PlaceGrid(
            "", new FigureNeed(faults.Code(at + ".measure", wire.Measure), IsStanding: true, levels.Count)
            {
                IsWhole = true,
            },
            levels, Coded.Parse<PricePeriod, Proto.PricePeriod>(at + ".per", wire.Per, faults));
    }

    private static Price? Sum(string at, Proto.Price? wire, Violations faults) => wire is null
        ? null
        : new Price(
            faults.Signed(at + ".kronor", wire.Kronor, Parsing.FrameMax),
            Coded.Parse<PricePeriod, Proto.PricePeriod>(at + ".per", wire.Per, faults));

    private static List<PoolShare> Shares(string at, IEnumerable<Proto.PoolShare> wire, Violations faults)
    {
        var shares = new List<PoolShare>();
        foreach (var (i, one) in wire.Index())
        {
            var share = new PoolShare(one.PointsOf, faults.Number($"{at}[{i}].weight", one.Weight, WeightMax));
            if (one.Weight.Length > 0 && share.Weight == 0)
                faults.Add($"{at}[{i}].weight", "zero", NotZero);
            if (shares.Exists(other => other.Code == share.Code))
                faults.Add($"{at}[{i}].pointsOf", "duplicate", Twice);
            shares.Add(share);
        }

        return shares;
    }

    private static List<SizeTier> Tiers(string at, IEnumerable<Proto.SizeTier> wire, Violations faults)
    {
        var tiers = wire.Select((tier, i) => new SizeTier(
            tier.FromListed, faults.Number($"{at}[{i}].kronor", tier.Kronor, Parsing.KronorMax))).ToList();
        if (tiers.Count == 0 || tiers[0].FromListed != 0 || tiers.Zip(tiers.Skip(1)).Any(NotRisingPair))
            faults.Add(at, "tiers-not-rising", NotRising);
        return tiers;
    }

    private static bool NotRisingPair((SizeTier Before, SizeTier After) pair) =>
        pair.After.FromListed <= pair.Before.FromListed;
}
