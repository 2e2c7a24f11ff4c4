using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;
using Rule = NaraVard.Contracts.Listing.V1.PaymentComponent.RuleOneofCase;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Wire to domain: a payment model, all its faults at once.</summary>
internal static class ParsedModel
{
    private const int ComponentsMax = 200;

    private static readonly Text Twice = new("Koden används redan.", "The code is used already.");

    private static readonly Text UnknownComponent = new(
        "Ingen del med den koden står före denna.", "No component with this code stands before this one.");

    private static readonly Text NothingTakesRest = new(
        "En ram kräver en del utan pris, som tar vad de andra lämnar.",
        "A frame needs a component without a price, which takes what the others leave.");

    private static readonly Text TwoFrames = new(
        "Ange ramen för en månad eller för ett år, inte båda.", "Give the frame for a month or for a year, not both.");

    private static readonly Text NoFrame = new(
        "Utan ram behöver varje del ett pris.", "Without a frame each component needs a price.");

    private static readonly Text Reserved = new(
        "Koden avrundning är raden för avrundningen.", "The code avrundning is the line of the rounding.");

    private static readonly Text Count = new("Ange 1 till 200 delar.", "Give 1 to 200 components.");

    /// <summary>A model that was taken before.</summary>
    public static PaymentModel Of(Proto.PaymentModel model)
    {
        var faults = new Violations();
        var parsed = Of("", model, faults);
        faults.ThrowIfAny();
        return parsed;
    }

    public static PaymentModel Of(string at, Proto.PaymentModel? model, Violations faults)
    {
        model ??= new();
        var frame = Frame(at, model, faults);
        var day = Coded.Parse<ListingDay, Proto.ListingDay>(at + "listingDay", model.ListingDay, faults);
        if (model.Components.Count is 0 or > ComponentsMax)
            faults.Add(at + "components", "out-of-range", Count);
        var components = new List<Component>();
        foreach (var (i, component) in model.Components.Take(ComponentsMax).Index())
            components.Add(Of($"{at}components[{i}]", component, components, frame is not null, faults));
        if (frame is not null && components.Count > 0 && !components.Exists(one => one.TakesRest))
            faults.Add(at + FrameField(model), "nothing-takes-rest", NothingTakesRest);
        return new PaymentModel(frame, day, components);
    }

    private static Price? Frame(string at, Proto.PaymentModel model, Violations faults)
    {
        var month = faults.NumberOrNull(at + "framePerMonth", model.FramePerMonth, Parsing.FrameMax);
        var year = faults.NumberOrNull(at + "framePerYear", model.FramePerYear, Parsing.FrameMax);
        if (month is not null && year is not null)
            faults.Add(at + "framePerYear", "exactly-one", TwoFrames);
        return (month, year) switch
        {
            ({ } kronor, _) => new(kronor, PricePeriod.Month),
            (_, { } kronor) => new(kronor, PricePeriod.Year),
            _ => null,
        };
    }

    private static string FrameField(Proto.PaymentModel model) =>
        model.FramePerMonth.Length > 0 ? "framePerMonth" : "framePerYear";

    private static Component Of(
        string at, Proto.PaymentComponent wire, List<Component> before, bool hasFrame, Violations faults)
    {
        var code = faults.Code(at + ".code", wire.Code);
        if (before.Exists(one => one.Code == code))
            faults.Add(at + ".code", "duplicate", Twice);
        if (code == PaymentModel.RoundingCode)
            faults.Add(at + ".code", "reserved", Reserved);
        var component = RuleOf(at, wire, faults) with
        {
            Code = code,
            From = faults.DayOrNull(at + ".fromDay", wire.FromDay) ?? default,
            To = faults.DayOrNull(at + ".toDay", wire.ToDay),
            Owners = wire.Owners.Select((owner, i) =>
                Coded.Parse<UnitOwner, Proto.UnitOwner>($"{at}.owners[{i}]", owner, faults)).ToHashSet(),
        };
        faults.InOrder(at + ".toDay", component.From, component.To);
        if (component.BuildsOn.Any(name => !before.Exists(one => one.Code == name)))
            faults.Add(at, "unknown-component", UnknownComponent);
        if (component.TakesRest && !hasFrame)
            faults.Add(at, "price-missing", NoFrame);
        return component;
    }

    private static Component RuleOf(string at, Proto.PaymentComponent wire, Violations faults) => wire.RuleCase switch
    {
        Rule.PerPerson => ParsedRules.Of(at + ".perPerson", wire.PerPerson, faults),
        Rule.PerFigure => ParsedRules.Of(at + ".perFigure", wire.PerFigure, faults),
        Rule.PerUnit => new PerUnit("", ParsedRules.Price(at + ".perUnit.price", wire.PerUnit.Price, faults)),
        Rule.Distance => ParsedRules.Of(at + ".distance", wire.Distance, faults),
        Rule.VisitCoverage => ParsedSupplements.Of(at + ".visitCoverage", wire.VisitCoverage, faults),
        Rule.VisitFees => ParsedRules.Of(at + ".visitFees", wire.VisitFees, faults),
        Rule.Geography => ParsedSupplements.Of(at + ".geography", wire.Geography, faults),
        Rule.CareNeed => ParsedSupplements.Of(at + ".careNeed", wire.CareNeed, faults),
        Rule.Pool => ParsedPots.Of(at + ".pool", wire.Pool, faults),
        Rule.Place => ParsedPots.Of(at + ".place", wire.Place, faults),
        Rule.Surcharge => ParsedSupplements.Of(at + ".surcharge", wire.Surcharge, faults),
        _ => Missing(at, faults),
    };

    private static PerUnit Missing(string at, Violations faults)
    {
        faults.Add(at, "rule-missing", new("Ange en regel för delen.", "Give the component a rule."));
        return new PerUnit("", default);
    }
}
