using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Features.Booking.Wire;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>All code lists.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager},{Roles.Partner}")]
    [NoPersonData("Code lists.")]
    public override Task<Proto.ListCodesResponse> ListCodes(Proto.ListCodesRequest request, ServerCallContext context)
    {
        var reply = new Proto.ListCodesResponse();
        reply.Lists.AddRange(RegisterCodes.All);
        reply.Lists.AddRange(ChoiceCodes.All);
        reply.Lists.AddRange(CapitationCodes.All);
        reply.Lists.AddRange(DentalCodes.All);
        reply.Lists.AddRange(DoctorCodes.All);
        reply.Lists.AddRange(BookingCodes.All);
        return Task.FromResult(reply);
    }
}
