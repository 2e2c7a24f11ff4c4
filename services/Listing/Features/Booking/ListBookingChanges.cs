using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class BookingService
{
    /// <summary>The delta feed for a clinic's calendar: what was booked and cancelled since a cursor.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListBookingChangesResponse> ListBookingChanges(
        Proto.ListBookingChangesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var page = await following.Read(Appointments.Resource, request.Cursor, request.Limit, cancel);
        var ids = page.Changes.Select(change => change.Id).ToList();
        var bookings = await db.BookedTimes.AsNoTracking().Where(Mine()).Where(one => ids.Contains(one.Id))
            .Include(one => one.Time).ToListAsync(cancel);
        var now = (await Answer(bookings, cancel)).ToDictionary(one => one.BookingId);

        var reply = new Proto.ListBookingChangesResponse { NextCursor = page.Next.ToString(), HasMore = page.HasMore };
        reply.Changes.AddRange(ids.Select(id => id.ToString()).Select(id => new Proto.BookingDelta
        {
            BookingId = id,
            IsRemoved = !now.ContainsKey(id),
            Booking = now.GetValueOrDefault(id),
        }));
        return reply;
    }
}
