using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DoctorService
{
    /// <summary>
    /// A new doctor of a clinic, or another post. Those who have a doctor whose last day changes are told one by one
    /// after this (<see cref="DoctorLeaving"/>).
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.UnitManager}")]
    [NoPersonData(Why)]
    public override async Task<Proto.Doctor> PutDoctor(Proto.PutDoctorRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (clinicId, id, post) = ParsedDoctor.Of(request);
        var clinic = await db.HoldClinic(HsaId.Parse(clinicId), cancel);
        RequireMine(clinic);

        var doctor = await db.Doctor(clinicId, id, cancel);
        if (doctor?.Post != post)
        {
            Preconditions.Require(context, doctor?.Version ?? 0);
            if (clinic!.IsClosedOn(acting.Today))
                throw ClinicRefusals.Closed();
            if (doctor is null)
                db.Add(doctor = new(clinicId, id, acting.Region, post));
            else
                doctor.Change(post);
            await db.Commit(cancel);
        }

        return WireDoctor.Of(doctor!, await Load(doctor!, cancel));
    }

    /// <summary>A clinic of the own region, and for staff of a clinic their own; no other is there.</summary>
    private void RequireMine(Clinic? clinic)
    {
        if (clinic is null || clinic.Region != acting.Region || clinic.Id.Value != (reach.Unit ?? clinic.Id.Value))
            throw new NotFound("clinic");
    }
}
