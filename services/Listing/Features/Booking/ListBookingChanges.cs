using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

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
        var faults = new Violations();
        var limit = Paging.Parse(page: 1, request.Limit, faults).Limit;
        var from = Telling.Cursor(request.Cursor, faults);
        faults.ThrowIfAny();

        var page = await appointments.Read(reach.Audience, from, limit, cancel);
        if (page.Reset)
            throw Refusals.CursorTooOld();
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
