using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    private const int AgeMax = 125;

    /// <summary>Says by the region's rule whether to ask a person; nothing is stored.</summary>
    [Authorize(Roles = Roles.ErStaff)]
    [NoPersonData("The request has no identity.")]
    public override Task<Proto.AssessCandidateResponse> AssessCandidate(
        Proto.AssessCandidateRequest request, ServerCallContext context)
    {
        var facts = Facts(request);
        var rule = rules.CandidateRule(acting.Organisation, acting.Today);

        var criteria = rule.Assess(facts);

        var reply = new Proto.AssessCandidateResponse
        {
            IsCandidate = criteria.All(criterion => criterion.IsMet),
            RuleFrom = rule.From.ToString("O"),
        };
        reply.Criteria.AddRange(criteria.Select(criterion => new Proto.Criterion
        {
            Code = criterion.Code,
            IsMet = criterion.IsMet,
            Reason = context.Say(criterion.Text),
        }));
        return Task.FromResult(reply);
    }

    private static CandidateFacts Facts(Proto.AssessCandidateRequest request)
    {
        var faults = new Violations();
        if (request.AgeYears is < 0 or > AgeMax)
            faults.Add(
                "ageYears", "out-of-range", new Text($"Åldern är 0 till {AgeMax}.", $"The age is 0 to {AgeMax}."));
        if (request.HasFrailty)
            Fields.CheckFrailty("frailty", request.Frailty, faults);
        var reasons = request.ReasonCodes.Select((reason, i) =>
            Coded.Parse<ReasonCode, Proto.ReasonCode>($"reasonCodes[{i}]", reason, faults)).ToList();
        var triage = Coded.Parse<TriageColour, Proto.TriageColour>("triageColour", request.TriageColour, faults);
        faults.ThrowIfAny();
        return new CandidateFacts(
            request.AgeYears, request.HasFrailty ? request.Frailty : null, request.LivesAlone, reasons, triage,
            request.CanGoHome);
    }
}
