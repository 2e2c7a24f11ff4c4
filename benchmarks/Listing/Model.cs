using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Benchmarks.Listing;

/// <summary>A model of every kind of component that primary care has, with a frame.</summary>
internal static class Model
{
    private const AssignmentPart Basic = AssignmentPart.BasicConditions;
    private const AssignmentPart Task = AssignmentPart.PrimaryCareTask;

    private static readonly (int From, int To, string Points)[] Ages =
        [(0, 6, "1.4"), (7, 18, "0.6"), (19, 44, "0.8"), (45, 64, "1.1"), (65, 74, "1.8"), (75, 130, "2.6")];

    public static CreatePackageRequest Package() => new()
    {
        PackageId = Guid.CreateVersion7().ToString(),
        ChoiceSystem = ChoiceSystem.PrimaryCare,
        Name = "Hälsoval",
        FromDay = "2026-01-01",
        Content = new()
        {
            Requirements =
            {
                new Requirement { Code = "ekg", Area = RequirementArea.Premises, Part = Basic, Text = "EKG." },
                new Requirement { Code = "sip", Area = RequirementArea.DischargeAndSip, Part = Task, Text = "SIP." },
            },
            FollowUps =
            {
                new FollowUp { Code = "ekg", Part = Basic, Text = "EKG" },
                new FollowUp { Code = "sip", Part = Task, Text = "SIP" },
            },
            PaymentModel = new()
            {
                FramePerMonth = "1000000000.00",
                ListingDay = ListingDay.LastOfPreviousMonth,
                Components =
                {
                    new PaymentComponent { Code = "listning", PerPerson = ByAge() },
                    new PaymentComponent { Code = "bvc", PerPerson = ChildHealth() },
                    new PaymentComponent { Code = "acg", PerFigure = Figure("acg-points", "45") },
                    new PaymentComponent { Code = "cni", CareNeed = CareNeed() },
                    new PaymentComponent { Code = "avstand", Distance = Stairs() },
                    new PaymentComponent { Code = "hembesok", VisitFees = HomeVisits() },
                    new PaymentComponent
                    {
                        Code = "tackning",
                        VisitCoverage = new()
                        {
                            FloorPercent = "50", CapPercent = "80", Price = PerMonth("3.15"), PointsOf = { "listning" },
                        },
                    },
                    new PaymentComponent
                    {
                        Code = "moms", Owners = { UnitOwner.Private }, Surcharge = new() { Percent = "3" },
                    },
                },
            },
        },
    };

    /// <summary>What the model asks of each clinic.</summary>
    public static DeliverFiguresRequest Figures(string month)
    {
        var request = new DeliverFiguresRequest();
        foreach (var n in Enumerable.Range(1, GeneratedRegion.Clinics))
            foreach (var (measure, value) in new[]
            {
                ("acg-points", 7000 + n), ("distance-km", n * 3), ("visit-coverage-percent", 50 + n % 35),
                ("visits.home.listed-here", n * 10),
            })
                request.Figures.Add(new UnitFigure
                {
                    Unit = GeneratedRegion.Unit("C", n),
                    Month = month,
                    Measure = measure,
                    Value = $"{value}",
                });
        return request;
    }

    private static PerPersonRule ByAge()
    {
        var rule = new PerPersonRule { AgeKind = AgeKind.Completed };
        foreach (var (from, to, points) in Ages)
            foreach (var sex in new[] { LegalSex.Female, LegalSex.Male })
                rule.Bands.Add(new AgeBand { FromAge = from, ToAge = to, Sex = sex, Points = points });
        return rule;
    }

    private static PerPersonRule ChildHealth() => new()
    {
        AgeKind = AgeKind.Completed,
        IsChildHealth = true,
        Bands = { new AgeBand { FromAge = 0, ToAge = 5, Points = "1" } },
        Price = PerMonth("130"),
    };

    private static PerFigureRule Figure(string measure, string kronor) =>
        new() { Measure = measure, Price = PerMonth(kronor) };

    private static CareNeedRule CareNeed() => new()
    {
        WeightUnder5 = "3.23",
        WeightBornAbroad = "5.72",
        WeightAloneOver65 = "6.15",
        WeightSingleParent = "4.19",
        WeightMovedIn = "4.19",
        WeightUnemployed = "5.13",
        WeightLowEducation = "3.97",
        Reference = "2.4761",
        Price = PerMonth("20"),
    };

    private static DistanceRule Stairs() => new()
    {
        Per = PricePeriod.Year,
        Tiers =
        {
            new DistanceTier { FromKm = "0", ToKm = "20", KronorPerListed = "0" },
            new DistanceTier { FromKm = "20", ToKm = "50", KronorPerListed = "100" },
            new DistanceTier { FromKm = "50", ToKm = "100", KronorPerListed = "250" },
            new DistanceTier { FromKm = "100", KronorPerListed = "450" },
        },
    };

    private static VisitFeesRule HomeVisits() => new()
    {
        Visit = "home",
        Fees = { new VisitFee { Relation = VisitRelation.ListedHere, Fee = "1000", PatientFee = "0" } },
    };

    private static Price PerMonth(string kronor) => new() { Kronor = kronor, Per = PricePeriod.Month };
}
