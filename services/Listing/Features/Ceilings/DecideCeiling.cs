using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    private const int ListedMax = 1_000_000;
    private const int ReferenceMax = 60;

    private static readonly Text CeilingIdTaken = new(
        "Det finns redan ett listningstak med detta id och annat innehåll.",
        "There is already a ceiling with this id and other content.");

    private static readonly Text NotAsMany = new("Värdet ska vara 1 till 1 000 000.", "The value is 1 to 1 000 000.");

    /// <summary>
    /// Limits how many are listed at a clinic. The caller chooses the id, so that a retry decides once.
    /// </summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("A clinic's ceiling.")]
    public override async Task<Proto.Ceiling> DecideCeiling(
        Proto.DecideCeilingRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var decision = Parsed(request);
        var policy = policies.Of(acting.Region, acting.Today);
        var loads = await db.HoldLoads(decision.Type, [decision.Clinic], cancel);
        if (await db.Ceilings.FindAsync([decision.Id], cancel) is { } known)
            return known.Region == acting.Region && known.Digest.AsSpan().SequenceEqual(decision.Digest)
                ? await Wire(known, cancel)
                : throw new Conflict("ceiling-id-taken", CeilingIdTaken, decision.Id.ToString());
        var clinic = HsaId.Parse(decision.Clinic);
        if (!await db.Clinics.AnyAsync(one => one.Id == clinic, cancel))
            throw Refusals.ClinicUnknown();

        var ceiling = new Ceiling(decision, policy.Ceilings, await Others(decision, cancel));

        db.Add(ceiling);
        return await Save(ceiling, loads, cancel);
    }

    private CeilingDecision Parsed(Proto.DecideCeilingRequest request)
    {
        var faults = new Violations();
        var decision = new CeilingDecision(
            Coded.Id("ceilingId", request.CeilingId, faults),
            ParsedChoice.Hsa("clinicId", request.ClinicId, faults),
            Coded.Parse<ListingType, Proto.ListingType>("type", request.Type, faults),
            acting.Region,
            Most(request.ListedMax, faults),
            faults.Day("fromDay", request.FromDay),
            faults.DayIfSaid("toDay", request.ToDay),
            faults.Required("decisionReference", request.DecisionReference, ReferenceMax),
            reach.Actor,
            ParsedChoice.Digest(request, keys));
        faults.ThrowIfAny();
        return decision;
    }

    private static int Most(int listedMax, Violations faults)
    {
        if (listedMax is < 1 or > ListedMax)
            faults.Add("listedMax", "out-of-range", NotAsMany);
        return listedMax;
    }

    private Task<List<Ceiling>> Others(CeilingDecision decision, CancellationToken cancel) => db.Ceilings
        .Where(one => one.Clinic == decision.Clinic && one.Type == decision.Type).ToListAsync(cancel);

    private async Task<Proto.Ceiling> Save(
        Ceiling ceiling, IReadOnlyDictionary<string, ClinicLoad> loads, CancellationToken cancel)
    {
        telling.Capacity(
            loads[ceiling.Clinic], ceiling.AppliesOn(acting.Today) ? ceiling.ListedMax : (int?)null);
        await db.Commit(cancel);
        return WireCeiling.Of(ceiling, loads[ceiling.Clinic]);
    }

    private async Task<Proto.Ceiling> Wire(Ceiling ceiling, CancellationToken cancel) => WireCeiling.Of(
        ceiling, await db.ClinicLoads.FindAsync([ceiling.Clinic, ceiling.Type], cancel));
}
