using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>
/// Whose doctor has got a last day, another one or none any more is told. That the contact ends is read from the days
/// of the doctor and does not wait for this.
/// </summary>
internal sealed class DoctorLeaving(ListingDb db, Contacts contacts, TimeProvider clock) : IStep
{
    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        var today = clock.Today();
        var untold = db.DoctorContacts
            .Join(
                db.Doctors.Where(doctor => doctor.Region == region),
                contact => new { contact.Clinic, Id = contact.Doctor }, doctor => new { doctor.Clinic, doctor.Id },
                (contact, doctor) => new { contact, doctor.LastDay })
            .Where(one => (one.contact.Until == null && one.LastDay != null)
                || (one.contact.EndReason == DoctorEndReason.DoctorLeft && one.contact.Until > today
                    && one.contact.Until > one.contact.From
                    && (one.LastDay == null || one.contact.Until != one.LastDay.Value.AddDays(1))))
            .Select(one => one.contact.ListingId);
        var listed = await db.Listings.Where(one => untold.Contains(one.Id))
            .Where(one => one.Until == null || one.Until > today)
            .Select(one => new { one.Person, one.Id }).OrderBy(one => one.Id).Take(max).ToListAsync(cancel);
        var waiting = await db.QueuePlaces.Where(one => untold.Contains(one.Id) && one.EndedOn == null)
            .Select(one => new { one.Person, one.Id }).OrderBy(one => one.Id).Take(max).ToListAsync(cancel);
        return [.. listed.Concat(waiting).Select(one => new Due(region, one.Person, ListingType.PrimaryCare, one.Id))];
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        if (await db.Enrolment(due.Id, cancel) is not { } one)
            return false;
        var seen = one.Version;
        await contacts.InStep(one, cancel);
        await db.Commit(cancel);
        return one.Version != seen;
    }
}
