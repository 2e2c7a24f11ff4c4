using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Places;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class ClinicService
{
    /// <summary>
    /// All distances by road to a clinic. Whoever could not be assigned a clinic for want of a position is tried again.
    /// </summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("Distances between postal codes and clinics.")]
    public override async Task<Proto.Clinic> PutRoadDistances(
        Proto.PutRoadDistancesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var id = Id(request.ClinicId, faults);
        var meters = ParsedDistances.Of(request.Distances, faults);
        faults.ThrowIfAny();
        var clinic = await Mine(id, context);
        var known = await db.RoadDistances.AsNoTracking().Where(one => one.Clinic == id)
            .ToDictionaryAsync(one => one.PostalCode, one => one.Meters, cancel);

        if (known.Count != meters.Count || known.Except(meters).Any())
        {
            await db.RoadDistances.Where(one => one.Clinic == id).ExecuteDeleteAsync(cancel);
            db.RoadDistances.AddRange(meters.Select(one => new RoadDistance(one.Key, id, one.Value)));
            clinic.Measured(meters.Count);
            await db.Unassigned
                .Where(one => one.Region == clinic.Region && one.Because == UnassignedPerson.PositionUnknown)
                .ExecuteDeleteAsync(cancel);
        }

        await db.Commit(cancel);
        return WireClinic.Of(clinic, clinic.On(acting.Today) ?? clinic.Versions.First());
    }
}
