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

internal sealed partial class ClinicService
{
    /// <summary>Another profile from a day on; what held before is kept.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData(Why)]
    public override async Task<Proto.Clinic> ChangeClinic(
        Proto.ChangeClinicRequest request, ServerCallContext context)
    {
        var (id, from, profile) = Parsed(request.ClinicId, request.ValidFrom, request.Profile);
        var clinic = await Mine(id, context);

        RequireMine(profile);
        clinic.Change(profile, from);

        await db.Commit(context.CancellationToken);
        return WireClinic.Of(clinic, clinic.On(from)!);
    }

    /// <summary>A clinic of the own region in the version that the caller has seen, held until saved.</summary>
    private async Task<Clinic> Mine(HsaId id, ServerCallContext context)
    {
        var clinic = await db.HoldClinic(id, context.CancellationToken);
        if (clinic is null || clinic.Region != acting.Region)
            throw new NotFound("clinic");
        Preconditions.Require(context, clinic.Version);
        return clinic;
    }
}
