using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Identifiers;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DentalService
{
    private static readonly Text IdTaken = new(
        "Det finns redan en undersökning med detta id och annat innehåll.",
        "There is already an examination with this id and other content.");

    private static readonly Text OtherUnit = new(
        "Personal registrerar på sin egen enhet.", "Staff record at their own unit.");

    /// <summary>An examination that was made. The caller chooses the id, so that a retry records once.</summary>
    [Authorize(Roles = $"{Roles.Clinician},{Roles.UnitManager},{Roles.Partner}")]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Examination> RecordExamination(
        Proto.RecordExaminationRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (id, number, clinic, finding) = Parsed(request);
        var key = await ledger.Current(keys.Of(number), cancel);
        acting.Touches(key, "examination", id.ToString());
        await db.Hold(id, key, cancel);
        var digest = ParsedChoice.Digest(request, keys);
        if (await db.Examinations.FindAsync([id], cancel) is { } known)
            return (known.Region, known.Clinic) == (acting.Region, clinic)
                && digest.AsSpan().SequenceEqual(known.Digest)
                ? await Answer(known, cancel)
                : throw new Conflict("examination-id-taken", IdTaken, id.ToString());
        var obstacles = ExaminationRules.Obstacles(
            await ledger.Person(key, acting.Region, acting.Today, cancel),
            await ledger.Clinic(clinic, ListingType.Dental, acting.Today, cancel), finding.On);
        if (obstacles.Count > 0)
            throw Refusals.All(obstacles);

        var examination = new Examination(id, key, acting.Region, clinic, digest, finding);

        db.Add(examination);
        await db.Commit(cancel);
        return await Answer(examination, cancel);
    }

    private (Guid Id, NationalNumber Number, string Clinic, ExaminationFinding Finding) Parsed(
        Proto.RecordExaminationRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("examinationId", request.ExaminationId, faults);
        var number = faults.ParseNumber("personNumber", request.PersonNumber, clock);
        var clinic = OwnOr(request.ClinicId, faults);
        var on = faults.Day("day", request.Day);
        faults.NotAfter("day", on, acting.Today);
        var caries = Coded.Parse<RiskGroup, Proto.RiskGroup>("cariesRisk", request.CariesRisk, faults);
        var periodontal = Coded.Parse<RiskGroup, Proto.RiskGroup>("periodontalRisk", request.PeriodontalRisk, faults);
        faults.ThrowIfAny();
        return (id, number, clinic, Finding(on, caries, periodontal));
    }

    private string OwnOr(string said, Violations faults)
    {
        if (reach.Unit is { } unit && said.Length == 0)
            return unit;
        var clinic = ParsedChoice.Hsa("clinicId", said, faults);
        if (reach.Unit is { } own && !faults.Any && HsaId.Parse(own).Value != clinic)
            faults.Add("clinicId", "other-unit", OtherUnit);
        return clinic;
    }
}
