using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>A new decision about a ceiling. The same again changes nothing.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("A clinic's ceiling.")]
    public override async Task<Proto.Ceiling> ReviseCeiling(
        Proto.ReviseCeilingRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var id = Coded.Id("ceilingId", request.CeilingId, faults);
        var listedMax = Most(request.ListedMax, faults);
        var to = faults.DayIfSaid("toDay", request.ToDay);
        var reference = faults.Required("decisionReference", request.DecisionReference, ReferenceMax);
        faults.ThrowIfAny();
        var seen = await db.Ceilings.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.Region == acting.Region, cancel)
            ?? throw new NotFound("ceiling");
        var loads = await db.HoldLoads(seen.Type, [seen.Clinic], cancel);
        var ceiling = (await db.Ceilings.FindAsync([id], cancel))!;
        if ((ceiling.ListedMax, ceiling.To, ceiling.DecisionReference) == (listedMax, to, reference))
            return WireCeiling.Of(ceiling, loads[ceiling.Clinic]);
        Preconditions.Require(context, ceiling.Version);

        var decision = new CeilingDecision(
            id, ceiling.Clinic, ceiling.Type, ceiling.Region, listedMax, ceiling.From, to, reference, reach.Actor,
            ceiling.Digest);
        ceiling.Revise(decision, policies.Of(acting.Region, acting.Today).Ceilings, await Others(decision, cancel));

        return await Save(ceiling, loads, cancel);
    }
}
