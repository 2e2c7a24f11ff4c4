using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Booking;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Features.Booking.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class BookingService
{
    /// <summary>
    /// Books a time for a person. The caller chooses the id, so that a retry books once. Whoever comes first has the
    /// time; a refused booking stores nothing, and leaves the booking that it was to replace.
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Booking> BookTime(Proto.BookTimeRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var asked = await Current(ParsedBooking.Of(request, keys, clock), cancel);
        acting.Touches(asked.Person, "booking", asked.Id.ToString());
        await db.Hold(asked.Id, asked.Person, cancel);
        if (await Known(asked, cancel) is { } known)
            return await Answer(known, cancel);
        var replaced = await Replaced(asked, cancel);
        var time = await Held(asked, replaced, cancel);
        var obstacles = BookingRules.Obstacles(asked, await Facts(asked, time, cancel));
        if (replaced?.CancelObstacle(acting.Now, IsByStaff, options.CancelHours) is { } late)
            obstacles = [.. obstacles, late];
        if (obstacles.Count > 0)
            throw Refusals.All(obstacles);
        if (await db.BookedTimes.AnyAsync(
            one => one.TimeId == time.Id && one.CancelledAt == null && one.Id != asked.Replaces, cancel))
            throw BookingRefusals.TimeTaken();
        var booking = new BookedTime(asked.Id, time, asked.Person, acting.Now, asked.Digest);
        appointments.Book(booking, replaced);
        await db.Commit(cancel);
        return await Answer(booking, cancel);
    }

    /// <summary>Whether the region's or the clinic's staff acts, and not the person through a partner system.</summary>
    private bool IsByStaff => reach.IsAdmin || reach.Unit is not null;

    /// <summary>Under the numbers that those who are named have now.</summary>
    private async Task<BookingRequest> Current(BookingRequest asked, CancellationToken cancel)
    {
        var current = await ledger.Current([asked.Person, .. asked.Guardians], cancel);
        return asked with { Person = current[0], Guardians = [.. current.Skip(1)] };
    }

    private async Task<BookedTime?> Known(BookingRequest asked, CancellationToken cancel)
    {
        if (await db.BookedTimes.Include(one => one.Time).SingleOrDefaultAsync(one => one.Id == asked.Id, cancel)
            is not { } known)
            return null;
        return Sees(known.Time) && known.Digest.AsSpan().SequenceEqual(asked.Digest)
            ? known : throw BookingRefusals.IdTaken(asked.Id);
    }

    private async Task<BookedTime?> Replaced(BookingRequest asked, CancellationToken cancel)
    {
        if (asked.Replaces is not { } id)
            return null;
        var replaced = await db.BookedTimes.Include(one => one.Time)
            .SingleOrDefaultAsync(one => one.Id == id && one.Person == asked.Person, cancel);
        return replaced is not null && Sees(replaced.Time) ? replaced : throw new NotFound("booking");
    }

    /// <summary>The time, held so that of two who want it the second sees that it is taken.</summary>
    private async Task<BookableTime> Held(BookingRequest asked, BookedTime? replaced, CancellationToken cancel)
    {
        Guid[] ids = replaced is null ? [asked.TimeId] : [asked.TimeId, replaced.TimeId];
        var time = (await db.HoldTimes(ids, cancel)).Find(one => one.Id == asked.TimeId);
        return time is not null && Sees(time) ? time : throw new NotFound("time");
    }

    /// <summary>All of the region; for staff of a clinic what is their own unit's.</summary>
    private bool Sees(BookableTime time) =>
        time.Region == acting.Region && (reach.Unit is not { } unit || time.Clinic.Value == unit);

    private async Task<BookingFacts> Facts(BookingRequest asked, BookableTime time, CancellationToken cancel)
    {
        var (clinic, care, day) = (time.Clinic.Value, time.Offer.Care, time.Day);
        var others = await db.BookedTimes.AsNoTracking().Include(one => one.Time)
            .Where(one => one.Person == asked.Person && one.CancelledAt == null && one.Id != asked.Replaces
                && one.Time.StartsAt > time.StartsAt.AddMinutes(-TimeOffer.MinutesMax)
                && one.Time.StartsAt < time.StartsAt.AddMinutes(TimeOffer.MinutesMax))
            .ToListAsync(cancel);
        return new(
            time,
            await db.Clinics.AnyAsync(one => one.Id == time.Clinic && one.ClosedFrom <= day, cancel),
            await ledger.Person(asked.Person, acting.Region, acting.Today, cancel),
            await db.Listings.AnyAsync(
                one => one.Person == asked.Person && one.Clinic == clinic && one.Type == care && one.From <= day
                    && (one.Until == null || one.Until > day),
                cancel),
            others.Exists(one => one.Time.Offer.Overlaps(time.Offer)),
            policies.Of(acting.Region, acting.Today).Guardians[care],
            acting.Now);
    }

    private async Task<Proto.Booking> Answer(BookedTime booking, CancellationToken cancel) =>
        (await Answer([booking], cancel))[0];
}
