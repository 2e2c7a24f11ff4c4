using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Identifiers;
using NaraVard.Identifiers.Places;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class ClinicService
{
    private const string Why = "Clinics, their hours and contracts.";

    /// <summary>A new clinic of the own region. The same again answers the same.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData(Why)]
    public override async Task<Proto.Clinic> CreateClinic(
        Proto.CreateClinicRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (id, from, profile) = Parsed(request.ClinicId, request.ValidFrom, request.Profile);
        var known = await db.HoldClinic(id, cancel);

        var clinic = new Clinic(id, from, profile);
        RequireMine(profile);

        var reply = WireClinic.Of(clinic, clinic.On(from)!);
        if (known is not null)
            return known.On(from) is { } version && reply.Equals(WireClinic.Of(known, version))
                ? reply : throw ClinicRefusals.Exists(id.Value);
        db.Add(clinic);
        await db.Commit(cancel);
        return reply;
    }

    private static (HsaId Id, DateOnly From, ClinicProfile Profile) Parsed(
        string clinicId, string validFrom, Proto.ClinicProfile? said)
    {
        var faults = new Violations();
        var id = Id(clinicId, faults);
        var from = faults.Day("validFrom", validFrom);
        var profile = ParsedProfile.Of(said, faults);
        faults.ThrowIfAny();
        return (id, from, profile);
    }

    private static HsaId Id(string text, Violations faults)
    {
        if (!HsaId.TryParse(text, out var id, out var error))
            faults.Add("clinicId", error.Code, new(error.Sv, error.En));
        return id;
    }

    private void RequireMine(ClinicProfile profile)
    {
        if (KommunCode.Parse(profile.KommunCode).Lan.Code != acting.Region)
            throw ClinicRefusals.Elsewhere();
    }
}
