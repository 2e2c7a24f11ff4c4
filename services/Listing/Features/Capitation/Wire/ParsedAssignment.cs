using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Wire to domain: what units are asked to do and how it is followed up, all faults at once.</summary>
internal static class ParsedAssignment
{
    private const int TargetMax = 120;
    private const int TextMax = 4_000;

    private static readonly Text Twice = new("Koden används redan.", "The code is used already.");

    private static readonly Text PartsArePrimaryCare = new(
        "Bara primärvårdens uppdrag har delar.", "Only primary care's assignment has parts.");

    public static Assignment Of(ChoiceSystem system, Proto.PackageContent content, Violations faults)
    {
        var assignment = new Assignment(
            [.. content.Requirements.Select((one, i) => Of(system, $"content.requirements[{i}]", one, faults))],
            [.. content.FollowUps.Select((one, i) => Of(system, $"content.followUps[{i}]", one, faults))],
            faults.DayOrNull("content.declareBy", content.DeclareBy));
        Unique("content.requirements", content.Requirements.Select(one => one.Code), faults);
        Unique("content.followUps", content.FollowUps.Select(one => one.Code), faults);
        if (system == ChoiceSystem.PrimaryCare)
        {
            Missing("content.requirements", assignment.PartsWithoutRequirement, faults);
            Missing("content.followUps", assignment.PartsWithoutFollowUp, faults);
        }

        return assignment;
    }

    private static Requirement Of(ChoiceSystem system, string at, Proto.Requirement said, Violations faults)
    {
        var area = Coded.Parse<RequirementArea, Proto.RequirementArea>(at + ".area", said.Area, faults);
        faults.Required(at + ".text", said.Text, TextMax);
        return new Requirement(area, Part(system, at, said.Part, faults));
    }

    private static AssignmentPart? Of(ChoiceSystem system, string at, Proto.FollowUp said, Violations faults)
    {
        faults.Required(at + ".text", said.Text, TextMax);
        faults.Optional(at + ".target", said.Target, TargetMax);
        return Part(system, at, said.Part, faults);
    }

    private static AssignmentPart? Part(
        ChoiceSystem system, string at, Proto.AssignmentPart said, Violations faults)
    {
        if (system == ChoiceSystem.PrimaryCare)
            return Coded.Parse<AssignmentPart, Proto.AssignmentPart>(at + ".part", said, faults);
        if (system == ChoiceSystem.Dental && said != 0)
            faults.Add(at + ".part", "parts-are-primary-care", PartsArePrimaryCare);
        return null;
    }

    private static void Missing(string list, IEnumerable<AssignmentPart> parts, Violations faults)
    {
        foreach (var part in parts)
            faults.Add(list, "part-missing", part switch
            {
                AssignmentPart.BasicConditions => new(
                    "Inget gäller delen Grundläggande förutsättningar.", "Nothing is in the part Basic conditions."),
                AssignmentPart.PrimaryCareTask => new(
                    "Inget gäller delen Primärvårdens uppdrag.", "Nothing is in the part Primary care's task."),
            });
    }

    private static void Unique(string list, IEnumerable<string> codes, Violations faults)
    {
        var seen = new HashSet<string>();
        foreach (var (i, code) in codes.Index())
            if (!seen.Add(faults.Code($"{list}[{i}].code", code)))
                faults.Add($"{list}[{i}].code", "duplicate", Twice);
    }
}
