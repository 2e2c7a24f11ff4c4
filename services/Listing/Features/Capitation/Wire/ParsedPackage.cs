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
    private const int TextMax = 4_000;

    private static readonly Text AreasAreDental = new(
        "Områdesansvar finns bara i tandvården.", "Only dental care is responsible for areas.");

    private static readonly Text ChildHealthIsPrimaryCare = new(
        "Barnhälsovård ersätts inom primärvården.", "Child health care is paid for in primary care.");

    private static readonly Text Twice = new("Koden används redan.", "The code is used already.");

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
        Check(content, faults);
        RefuseOfOther(system, content, faults);
        faults.ThrowIfAny();
        return new Package(id, region, system, name, from, to, JsonFormatter.Default.Format(content));
    }

    /// <summary>What was put.</summary>
    public static Proto.PackageContent Content(Package package) =>
        JsonParser.Default.Parse<Proto.PackageContent>(package.Content);

    /// <summary>What units are paid by the package.</summary>
    public static PaymentModel Model(Package package) => ParsedModel.Of(Content(package).PaymentModel);

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

    private static void Check(Proto.PackageContent content, Violations faults)
    {
        foreach (var (i, requirement) in content.Requirements.Index())
        {
            var at = $"content.requirements[{i}]";
            Coded.Parse<Proto.RequirementArea, Proto.RequirementArea>(at + ".area", requirement.Area, faults);
            faults.Required(at + ".text", requirement.Text, TextMax);
        }

        foreach (var (i, followUp) in content.FollowUps.Index())
        {
            faults.Required($"content.followUps[{i}].text", followUp.Text, TextMax);
            faults.Optional($"content.followUps[{i}].target", followUp.Target, NameMax);
        }

        Unique("content.requirements", content.Requirements.Select(one => one.Code), faults);
        Unique("content.followUps", content.FollowUps.Select(one => one.Code), faults);
    }

    private static void Unique(string list, IEnumerable<string> codes, Violations faults)
    {
        var seen = new HashSet<string>();
        foreach (var (i, code) in codes.Index())
            if (!seen.Add(faults.Code($"{list}[{i}].code", code)))
                faults.Add($"{list}[{i}].code", "duplicate", Twice);
    }
}
