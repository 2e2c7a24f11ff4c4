using NaraVard.Identifiers;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Wire to domain: rules that pay for persons, figures, distances and visits.</summary>
internal static class ParsedRules
{
    public const decimal PointsMax = 1_000;
    private const int AgeMax = 130;
    private const decimal KmMax = 100_000;

    private static readonly Text OutOfRange = new("Värdet är utanför gränserna.", "The value is out of range.");

    private static readonly Text Overlap = new(
        "Åldrarna överlappar ett tidigare intervall.", "The ages overlap an earlier band.");

    private static readonly Text Twice = new("Värdet står redan i listan.", "The value is in the list already.");

    private static readonly Text AreasCountAll = new(
        "Ett område ersätts för alla sina barn: varken kön, ankomst eller inskrivning räknas där.",
        "An area is paid for all its children: neither sex, arrival nor enrolment counts there.");

    private static readonly Text AboveFee = new(
        "Patientavgiften är högre än hela ersättningen.", "The patient's fee is higher than the whole.");

    public static PerPerson Of(string at, Proto.PerPersonRule wire, Violations faults)
    {
        if (wire.Bands.Count == 0)
            faults.Add(at + ".bands", "required", Coded.Required);
        if (wire.HasArrivedWithinYears && wire.ArrivedWithinYears is < 1 or > Cell.ArrivedLongAgo)
            faults.Add(at + ".arrivedWithinYears", "out-of-range", OutOfRange);
        var bands = new List<AgeBand>();
        foreach (var (i, band) in wire.Bands.Index())
            bands.Add(Band($"{at}.bands[{i}]", band, bands, faults));
        if (wire.Areas.Count > 0 && (wire.HasArrivedWithinYears || wire.IsChildHealth || bands.Exists(HasSex)))
            faults.Add(at + ".areas", "areas-count-all", AreasCountAll);
        return new PerPerson(
            "", bands, Coded.Parse<AgeKind, Proto.AgeKind>(at + ".ageKind", wire.AgeKind, faults),
            PriceOrRest(at + ".price", wire.Price, faults))
        {
            ArrivedWithinYears = wire.HasArrivedWithinYears ? wire.ArrivedWithinYears : null,
            IsChildHealth = wire.IsChildHealth,
            Areas = wire.Areas.Count == 0 ? null : Areas(at + ".areas", wire.Areas, faults),
        };
    }

    public static PerFigure Of(string at, Proto.PerFigureRule wire, Violations faults) => new(
        "",
        new FigureNeed(faults.Code(at + ".measure", wire.Measure), wire.IsStanding)
        {
            AbsentIsZero = wire.AbsentIsZero,
        },
        PriceOrRest(at + ".price", wire.Price, faults));

    public static DistanceStairs Of(string at, Proto.DistanceRule wire, Violations faults) => new(
        "", Tiers(at + ".tiers", wire.Tiers, faults),
        Coded.Parse<PricePeriod, Proto.PricePeriod>(at + ".per", wire.Per, faults));

    /// <summary>Steps that hold each distance once and never fall.</summary>
    public static IReadOnlyList<DistanceTier> Tiers(
        string at, IEnumerable<Proto.DistanceTier> wire, Violations faults)
    {
        var tiers = wire.Select((tier, i) => new DistanceTier(
            faults.Number($"{at}[{i}].fromKm", tier.FromKm, KmMax),
            faults.NumberOrNull($"{at}[{i}].toKm", tier.ToKm, KmMax),
            faults.Number($"{at}[{i}].kronorPerListed", tier.KronorPerListed, Parsing.KronorMax))).ToList();
        foreach (var fault in DistanceStairs.Faults(tiers))
            faults.Add($"{at}[{fault.Index}]", TierTexts.Code(fault.Kind), TierTexts.Text(fault.Kind));
        return tiers;
    }

    public static VisitFees Of(string at, Proto.VisitFeesRule wire, Violations faults)
    {
        if (wire.Fees.Count == 0)
            faults.Add(at + ".fees", "required", Coded.Required);
        var fees = new Dictionary<Relation, VisitFee>();
        foreach (var (i, fee) in wire.Fees.Index())
            if (!fees.TryAdd(
                Coded.Parse<Relation, Proto.VisitRelation>($"{at}.fees[{i}].relation", fee.Relation, faults),
                Fee($"{at}.fees[{i}]", fee, faults)))
                faults.Add($"{at}.fees[{i}].relation", "duplicate", Twice);
        return new VisitFees("", faults.Code(at + ".visit", wire.Visit), fees);
    }

    public static Price Price(string at, Proto.Price? wire, Violations faults) => new(
        faults.Number(at + ".kronor", wire?.Kronor ?? "", Parsing.KronorMax),
        Coded.Parse<PricePeriod, Proto.PricePeriod>(at + ".per", wire?.Per ?? 0, faults));

    public static Price? PriceOrRest(string at, Proto.Price? wire, Violations faults) =>
        wire is null ? null : Price(at, wire, faults);

    private static bool HasSex(AgeBand band) => band.Sex is not null;

    private static AgeBand Band(string at, Proto.AgeBand wire, List<AgeBand> before, Violations faults)
    {
        Sex? sex = wire.Sex == 0 ? null : Coded.Parse<Sex, Proto.LegalSex>(at + ".sex", wire.Sex, faults);
        var points = faults.Number(at + ".points", wire.Points, PointsMax);
        var band = new AgeBand(wire.FromAge, wire.HasToAge ? wire.ToAge : null, sex, points);
        if (band.From is < 0 or > AgeMax)
            faults.Add(at + ".fromAge", "out-of-range", OutOfRange);
        if (band.To < band.From || band.To > AgeMax)
            faults.Add(at + ".toAge", "out-of-range", OutOfRange);
        if (before.Exists(band.Overlaps))
            faults.Add(at, "bands-overlap", Overlap);
        return band;
    }

    private static List<Area> Areas(string at, IEnumerable<Proto.PaymentArea> wire, Violations faults)
    {
        var codes = new HashSet<string>();
        var areas = new List<Area>();
        foreach (var (i, area) in wire.Index())
        {
            if (!HsaId.TryParse(area.Unit, out _, out var error))
                faults.Add($"{at}[{i}].unit", error.Code, new Text(error.Sv, error.En));
            foreach (var (j, code) in area.PostalCodes.Index())
                if (code.Length is 0 or > 5 || !code.All(char.IsAsciiDigit))
                    faults.Add($"{at}[{i}].postalCodes[{j}]", "malformed", new(
                        "Ange ett postnummer eller hur det börjar.", "Give a postal code or how it begins."));
                else if (!codes.Add(code))
                    faults.Add($"{at}[{i}].postalCodes[{j}]", "duplicate", Twice);
            areas.Add(new Area(area.Unit, [.. area.PostalCodes.Distinct()]));
        }

        return areas;
    }

    private static VisitFee Fee(string at, Proto.VisitFee wire, Violations faults)
    {
        var fee = new VisitFee(
            faults.Number(at + ".fee", wire.Fee, Parsing.KronorMax),
            faults.NumberOrNull(at + ".patientFee", wire.PatientFee, Parsing.KronorMax) ?? 0,
            wire.PatientFeeRetained);
        if (fee.PatientFee > fee.Fee)
            faults.Add(at + ".patientFee", "patient-fee-above-fee", AboveFee);
        return fee;
    }
}
