using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class ClinicService
{
    private const string Readers = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager},{Roles.Partner}";

    /// <summary>A clinic as it is on a day; not there before its first version.</summary>
    [Authorize(Roles = Readers)]
    [NoPersonData(Why)]
    public override async Task<Proto.Clinic> GetClinic(Proto.GetClinicRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var id = Id(request.ClinicId, faults);
        var day = faults.DayIfSaid("day", request.Day) ?? acting.Today;
        faults.ThrowIfAny();

        var clinic = await db.Clinics.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken);
        return clinic?.On(day) is { } version ? WireClinic.Of(clinic, version) : throw new NotFound("clinic");
    }
}
