using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DentalService
{
    private static readonly Text NotWhenNullified = new(
        "Ange inte detta för en undersökning som aldrig gjordes.", "Not given for an examination that never was.");

    /// <summary>What an examination should have said; what it said is kept. The same again changes nothing.</summary>
    [Authorize(Roles = $"{Roles.Clinician},{Roles.UnitManager},{Roles.Partner}")]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Examination> CorrectExamination(
        Proto.CorrectExaminationRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (id, finding) = Parsed(request);
        var mine = db.Examinations.Where(reach.Examinations());
        var seen = await mine.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel)
            ?? throw new NotFound("examination");
        acting.Touches(seen.Person, "examination", id.ToString());
        await db.Hold(id, seen.Person, cancel);
        var examination = await mine.SingleAsync(one => one.Id == id, cancel);
        if (finding is not null
            && ExaminationRules.OfDay((await ledger.Person(
                examination.Person, acting.Region, acting.Today, cancel))!, finding.On) is { } impossible)
            throw impossible;
        var version = examination.Version;

        if (examination.Correct(finding ?? Nullified(examination, request.Reason.Trim())))
            Preconditions.Require(context, version);

        await db.Commit(cancel);
        return await Answer(examination, cancel);
    }

    private ExaminationFinding Nullified(Examination examination, string reason) => examination.Finding with
    {
        IsNullified = true,
        WrittenBy = reach.Actor,
        WrittenAt = acting.Now,
        Reason = reason,
    };

    /// <summary>No finding when the examination never was.</summary>
    private (Guid Id, ExaminationFinding? Finding) Parsed(Proto.CorrectExaminationRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("examinationId", request.ExaminationId, faults);
        var reason = faults.Required("reason", request.Reason);
        if (request.IsNullified)
        {
            foreach (var (field, isGiven) in new[]
            {
                ("day", request.Day.Length > 0), ("cariesRisk", request.CariesRisk != 0),
                ("periodontalRisk", request.PeriodontalRisk != 0),
            })
                if (isGiven)
                    faults.Add(field, "not-when-nullified", NotWhenNullified);
            faults.ThrowIfAny();
            return (id, null);
        }

        var on = faults.Day("day", request.Day);
        faults.NotAfter("day", on, acting.Today);
        var caries = Coded.Parse<RiskGroup, Proto.RiskGroup>("cariesRisk", request.CariesRisk, faults);
        var periodontal = Coded.Parse<RiskGroup, Proto.RiskGroup>("periodontalRisk", request.PeriodontalRisk, faults);
        faults.ThrowIfAny();
        return (id, Finding(on, caries, periodontal, reason));
    }
}
