using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>One ceiling of the own region, with how full the clinic is.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData("A clinic's ceiling.")]
    public override async Task<Proto.Ceiling> GetCeiling(Proto.GetCeilingRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var id = Coded.Id("ceilingId", request.CeilingId, faults);
        faults.ThrowIfAny();
        var ceiling = await db.Ceilings.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.Region == acting.Region, context.CancellationToken)
            ?? throw new NotFound("ceiling");
        return await Wire(ceiling, context.CancellationToken);
    }
}
