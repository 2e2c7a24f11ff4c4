using System.Globalization;
using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Benchmarks.Listing;

/// <summary>A model of all that dental care is paid for, with a frame (DOMAIN V11, V12).</summary>
internal static class DentalModel
{
    private const int FirstPostalCode = 65_000;
    private const int PostalCodes = 300;

    public static CreatePackageRequest Package() => new()
    {
        PackageId = Guid.CreateVersion7().ToString(),
        ChoiceSystem = ChoiceSystem.Dental,
        Name = "Hälsoval allmäntandvård",
        FromDay = "2026-01-01",
        Content = new()
        {
            PaymentModel = new()
            {
                FramePerMonth = "9750000.00",
                ListingDay = ListingDay.LastOfPreviousMonth,
                Components =
                {
                    new PaymentComponent { Code = "kapitering", PerPerson = Children(3, 19, kronor: null) },
                    new PaymentComponent { Code = "nyanlanda", PerPerson = NewlyArrived() },
                    new PaymentComponent
                    {
                        Code = "ortodonti",
                        PerFigure = new() { Measure = "orthodontic-appliances", Price = PerMonth("900") },
                    },
                    Public("kapitering-0-2", OfAreas(0, 2, "10")),
                    Public("omradesansvar", OfAreas(0, 19, "5")),
                    new PaymentComponent
                    {
                        Code = "folkhalsa",
                        Owners = { UnitOwner.PublicDental },
                        PerUnit = new() { Price = PerMonth("20000") },
                    },
                },
            },
        },
    };

    /// <summary>What the model asks of each dental unit.</summary>
    public static DeliverFiguresRequest Figures(string month)
    {
        var request = new DeliverFiguresRequest();
        foreach (var n in Enumerable.Range(1, GeneratedRegion.DentalUnits))
            request.Figures.Add(new UnitFigure
            {
                Unit = GeneratedRegion.Unit("T", n),
                Month = month,
                Measure = "orthodontic-appliances",
                Value = n.ToString(CultureInfo.InvariantCulture),
            });
        return request;
    }

    private static PaymentComponent Public(string code, PerPersonRule rule) =>
        new() { Code = code, Owners = { UnitOwner.PublicDental }, PerPerson = rule };

    private static PerPersonRule Children(int from, int to, string? kronor) => new()
    {
        AgeKind = AgeKind.Turning,
        Bands = { new AgeBand { FromAge = from, ToAge = to, Points = "1" } },
        Price = kronor is null ? null : PerMonth(kronor),
    };

    private static PerPersonRule NewlyArrived()
    {
        var rule = Children(3, 19, "50");
        rule.ArrivedWithinYears = 2;
        return rule;
    }

    /// <summary>Each unit has every 41st postal code.</summary>
    private static PerPersonRule OfAreas(int from, int to, string kronor)
    {
        var rule = Children(from, to, kronor);
        foreach (var n in Enumerable.Range(0, GeneratedRegion.DentalUnits))
        {
            var area = new PaymentArea { Unit = GeneratedRegion.Unit("T", n + 1) };
            for (var code = n; code < PostalCodes; code += GeneratedRegion.DentalUnits)
                area.PostalCodes.Add((FirstPostalCode + code).ToString(CultureInfo.InvariantCulture));
            rule.Areas.Add(area);
        }

        return rule;
    }

    private static Price PerMonth(string kronor) => new() { Kronor = kronor, Per = PricePeriod.Month };
}
