using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Booking;
using NaraVard.Listing.Features.Booking.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class BookingService
{
    /// <summary>Cancels a booking: the time is free at once. The same again answers the same.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Booking> CancelBooking(
        Proto.CancelBookingRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (id, reason) = ParsedBooking.Of(request);
        var mine = await db.BookedTimes.Where(Mine()).Where(one => one.Id == id)
            .Select(one => (PersonKey?)one.Person).SingleOrDefaultAsync(cancel) ?? throw new NotFound("booking");
        acting.Touches(mine, "booking", id.ToString());
        await db.Hold(id, mine, cancel);
        var booking = await db.BookedTimes.Include(one => one.Time).SingleAsync(one => one.Id == id, cancel);
        if (booking.CancelReason != reason)
        {
            Preconditions.Require(context, booking.Version);
            if (reason == CancelReason.Clinic && !IsByStaff)
                throw BookingRefusals.CancellingNeedsStaff();
            if (booking.CancelObstacle(acting.Now, IsByStaff, options.CancelHours) is { } obstacle)
                throw obstacle;
            appointments.Cancel(booking, reason, acting.Now);
            await db.Commit(cancel);
        }

        return await Answer(booking, cancel);
    }
}
