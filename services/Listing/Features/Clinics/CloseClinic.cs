using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Events.Listing;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ClinicService
{
    private static readonly Text Passed = new("Dagen har redan varit.", "The day has passed.");

    /// <summary>Closes a clinic for good, from a day on.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData(Why)]
    public override async Task<Proto.Clinic> CloseClinic(Proto.CloseClinicRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var id = Id(request.ClinicId, faults);
        var from = faults.Day("closedFrom", request.ClosedFrom);
        if (!faults.Any && from < acting.Today)
            faults.Add("closedFrom", "passed", Passed);
        var reason = Coded.Parse<ClosureReason, Proto.ClosureReason>("reason", request.Reason, faults);
        faults.ThrowIfAny();
        var clinic = await Mine(id, context);

        if (clinic.Close(from, reason, acting.Today))
            outbox.Publish(null, new ClinicClosed
            {
                ClinicId = id.Value,
                ClosedFrom = from,
                Reason = request.Reason.Code(),
                OccurredAt = acting.Now,
            });

        await db.Commit(context.CancellationToken);
        return WireClinic.Of(clinic, clinic.On(acting.Today) ?? clinic.Versions.First());
    }
}
