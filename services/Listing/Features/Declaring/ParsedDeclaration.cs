using NaraVard.Listing.Domain.Capitation.Declarations;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>Wire to domain: a unit's answers, all their faults at once.</summary>
internal static class ParsedDeclaration
{
    private const int CommentMax = 2_000;
    private const int AnswersMax = 100;

    private static readonly Text Unknown = new(
        "Förfrågningsunderlaget ställer inga krav inom området.", "The package has no requirements in the area.");

    private static readonly Text Twice = new("Området är redan besvarat.", "The area is answered for already.");

    private static readonly Text CommentMissing = new(
        "Skriv vad som inte uppfylls.", "Say what is not met.");

    private static readonly Text Count = new("Ange högst 100 svar.", "Give at most 100 answers.");

    /// <summary>Each answer as it is said.</summary>
    public static IReadOnlyList<AreaAnswer> Answers(IReadOnlyCollection<Proto.AreaAnswer> said, Violations faults)
    {
        if (said.Count > AnswersMax)
            faults.Add("answers", "out-of-range", Count);
        return
        [
            .. said.Take(AnswersMax).Select((answer, i) => new AreaAnswer(
                Coded.Parse<RequirementArea, Proto.RequirementArea>($"answers[{i}].area", answer.Area, faults),
                Coded.Parse<Fulfilment, Proto.Fulfilment>($"answers[{i}].fulfilment", answer.Fulfilment, faults),
                faults.Optional($"answers[{i}].comment", answer.Comment, CommentMax) ?? "")),
        ];
    }

    /// <summary>What is wrong with answers beside what the package asks.</summary>
    public static void Check(Assignment assignment, IReadOnlyList<AreaAnswer> answers, Violations faults)
    {
        foreach (var fault in DeclarationRules.Faults(assignment.Areas, answers))
            switch (fault.Kind)
            {
                case AnswerFaultKind.AreaUnknown when Enum.IsDefined(fault.Area):
                    faults.Add($"answers[{fault.Index}].area", "area-unknown", Unknown);
                    break;
                case AnswerFaultKind.AreaTwice:
                    faults.Add($"answers[{fault.Index}].area", "duplicate", Twice);
                    break;
                case AnswerFaultKind.AreaMissing:
                    faults.Add("answers", "area-missing", Missing(CapitationCodes.NameOf(fault.Area)));
                    break;
                case AnswerFaultKind.CommentMissing
                    when Enum.IsDefined(answers[fault.Index].Fulfilment):
                    faults.Add($"answers[{fault.Index}].comment", "comment-missing", CommentMissing);
                    break;
            }
    }

    private static Text Missing((string Sv, string En) area) => new(
        $"Svar saknas för området {area.Sv}.", $"There is no answer for the area {area.En}.");
}
