using Google.Protobuf;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Wire to domain: a package with its three parts, all its faults at once.</summary>
internal static class ParsedPackage
{
    private const int NameMax = 120;

    private static readonly Text AreasAreDental = new(
        "Områdesansvar finns bara i tandvården.", "Only dental care is responsible for areas.");

    private static readonly Text ChildHealthIsPrimaryCare = new(
        "Barnhälsovård ersätts inom primärvården.", "Child health care is paid for in primary care.");

    public static Package Of(Proto.CreatePackageRequest request, string region)
    {
        var faults = new Violations();
        var id = Coded.Id("packageId", request.PackageId, faults);
        var system = Coded.Parse<ChoiceSystem, Proto.ChoiceSystem>("choiceSystem", request.ChoiceSystem, faults);
        var name = faults.Required("name", request.Name, NameMax);
        var from = faults.Day("fromDay", request.FromDay);
        var to = faults.DayOrNull("toDay", request.ToDay);
        faults.InOrder("toDay", from, to);
        var content = request.Content ?? new();
        ParsedModel.Of("content.paymentModel.", content.PaymentModel, faults);
        ParsedAssignment.Of(system, content, faults);
        RefuseOfOther(system, content, faults);
        faults.ThrowIfAny();
        return new Package(id, region, system, name, from, to, JsonFormatter.Default.Format(content));
    }

    /// <summary>What was put.</summary>
    public static Proto.PackageContent Content(Package package) =>
        JsonParser.Default.Parse<Proto.PackageContent>(package.Content);

    /// <summary>What units are paid by the package.</summary>
    public static PaymentModel Model(Package package) => ParsedModel.Of(Content(package).PaymentModel);

    /// <summary>What units are asked to do by the package.</summary>
    public static Assignment Assignment(Package package)
    {
        var faults = new Violations();
        var assignment = ParsedAssignment.Of(package.System, Content(package), faults);
        faults.ThrowIfAny();
        return assignment;
    }

    /// <summary>Who lives where is counted for dental care alone: public dental care answers for areas.</summary>
    private static void RefuseOfOther(ChoiceSystem system, Proto.PackageContent content, Violations faults)
    {
        foreach (var (i, component) in (content.PaymentModel?.Components ?? []).Index())
        {
            var at = $"content.paymentModel.components[{i}].perPerson";
            if (system == ChoiceSystem.PrimaryCare && component.PerPerson is { Areas.Count: > 0 })
                faults.Add($"{at}.areas", "areas-are-dental", AreasAreDental);
            if (system == ChoiceSystem.Dental && component.PerPerson is { IsChildHealth: true })
                faults.Add($"{at}.isChildHealth", "child-health-is-primary-care", ChildHealthIsPrimaryCare);
        }
    }
}
