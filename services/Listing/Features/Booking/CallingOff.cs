using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Booking;

namespace NaraVard.Listing.Features;

/// <summary>Booked times that cannot be, since the person died or the clinic closes before, are cancelled.</summary>
internal sealed class CallingOff(ListingDb db, Appointments appointments, TimeProvider clock) : IStep
{
    public string Resource => "booking";

    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var held = db.BookedTimes.Where(one => one.CancelledAt == null && one.Time.Region == region
            && one.Time.StartsAt > now);
        var due = await held.Where(one => db.Persons.Any(person => person.Key == one.Person && person.Deceased != null)
                || db.Clinics.Any(clinic => clinic.Id == one.Time.Clinic && clinic.ClosedFrom <= one.Time.Day))
            .OrderBy(one => one.Time.StartsAt).Take(max).Select(one => new { one.Person, one.Id }).ToListAsync(cancel);
        return [.. due.Select(one => new Due(region, one.Person, default, one.Id))];
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        var booking = await db.BookedTimes.Include(one => one.Time).SingleAsync(one => one.Id == due.Id, cancel);
        if (booking.CancelledAt is not null)
            return false;
        var isDead = await db.Persons.AnyAsync(
            person => person.Key == booking.Person && person.Deceased != null, cancel);
        appointments.Cancel(
            booking, isDead ? CancelReason.Deceased : CancelReason.ClinicClosed, clock.GetUtcNow());
        await db.Commit(cancel);
        return true;
    }
}
