using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>The ceilings of the region's clinics, or of one, the latest to begin first.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData("Clinics' ceilings.")]
    public override async Task<Proto.ListCeilingsResponse> ListCeilings(
        Proto.ListCeilingsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var clinic = request.ClinicId.Length == 0 ? "" : ParsedChoice.Hsa("clinicId", request.ClinicId, faults);
        faults.ThrowIfAny();

        var mine = db.Ceilings.AsNoTracking()
            .Where(one => one.Region == acting.Region && (clinic == "" || one.Clinic == clinic));
        var total = await mine.CountAsync(cancel);
        var page = await mine.OrderByDescending(one => one.From).ThenBy(one => one.Id)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);
        var clinics = page.Select(one => one.Clinic).ToList();
        var loads = await db.ClinicLoads.AsNoTracking().Where(load => clinics.Contains(load.Clinic))
            .ToDictionaryAsync(load => (load.Clinic, load.Type), cancel);

        var reply = new Proto.ListCeilingsResponse { Meta = paging.Meta(page.Count, total) };
        reply.Ceilings.AddRange(
            page.Select(one => WireCeiling.Of(one, loads.GetValueOrDefault((one.Clinic, one.Type)))));
        return reply;
    }
}
