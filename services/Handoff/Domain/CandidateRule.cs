using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Domain;

/// <summary>What the rule looks at; no identity.</summary>
internal readonly record struct CandidateFacts(
    int AgeYears, int? Frailty, bool LivesAlone, IReadOnlyList<ReasonCode> Reasons, TriageColour Triage,
    bool CanGoHome);

/// <summary>One criterion of the rule and whether it holds.</summary>
internal sealed record Criterion(string Code, bool IsMet, Text Text);

/// <summary>
/// Whether to ask a person at the ER about a handoff. No source fixes the rule (DOMAIN B9.1 marks the default as our
/// own), so it is data per region with the day it applies from.
/// </summary>
internal sealed record CandidateRule(
    string Organisation, DateOnly From, DateOnly? To, int AgeYearsMin, int FrailtyMin) : IDated
{
    /// <summary>The version that applies in a region on a day; refuses when there is none.</summary>
    public static CandidateRule For(string organisation, DateOnly day, IEnumerable<CandidateRule> rules) =>
        rules.Where(rule => rule.Organisation == organisation).On(day) ?? throw Refusals.CandidateRuleMissing();

    /// <summary>Every criterion, met or not; the person is a candidate when all are met.</summary>
    public IReadOnlyList<Criterion> Assess(CandidateFacts facts) =>
    [
        new("old-or-frail", facts.AgeYears >= AgeYearsMin || facts.Frailty >= FrailtyMin, new Text(
            $"Minst {AgeYearsMin} år eller skörhet minst {FrailtyMin}.",
            $"At least {AgeYearsMin} years old or frailty at least {FrailtyMin}.")),
        new("alone-or-fall-or-confusion", facts.LivesAlone || facts.Reasons.Any(IsFallOrConfusion), new Text(
            "Bor ensam, eller fall eller förvirring.", "Lives alone, or fall or confusion.")),
        new("not-red", facts.Triage != TriageColour.Red, new Text("Inte röd triagefärg.", "Not triaged red.")),
        new("can-go-home", facts.CanGoHome, new Text(
            "Det är medicinskt möjligt att gå hem.", "It is medically possible to go home.")),
    ];

    private static bool IsFallOrConfusion(ReasonCode reason) => reason is ReasonCode.Fall or ReasonCode.Confusion;
}
