using Microsoft.EntityFrameworkCore;
using NaraVard.Events.Listing;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>
/// Begins and ends people's contacts with doctors, while the person is held, and tells all who must know in the same
/// commit.
/// </summary>
internal sealed class Contacts(ListingDb db, Telling telling, Outbox<ListingDb> outbox, TimeProvider clock)
{
    /// <summary>The doctor who was chosen together with the clinic.</summary>
    public void Begin(ListingEntry entry, Doctor doctor, DateOnly day)
    {
        var contact = new DoctorContact(entry.Id, doctor, DoctorRules.From(doctor, day));
        db.Add(contact);
        Publish(entry.Person, contact, notice: null);
    }

    /// <summary>
    /// The contacts that go with a listing, after what is known of their doctors now: who leaves or stays is told.
    /// </summary>
    public async Task<DoctorBook> InStep(IEnrolment one, CancellationToken cancel)
    {
        var all = await db.DoctorContacts.Where(contact => contact.ListingId == one.Id).ToListAsync(cancel);
        var ids = all.ConvertAll(contact => contact.Doctor);
        var doctors = await db.Doctors.AsNoTracking()
            .Where(doctor => doctor.Clinic == one.Clinic && ids.Contains(doctor.Id))
            .ToDictionaryAsync(doctor => doctor.Id, cancel);
        var changed = all.FindAll(contact => contact.Follow(doctors[contact.Doctor], clock.Today()));
        Tell(one, changed, contact => contact.Until is null ? "doctor-stays" : "doctor-leaves");
        return new(all);
    }

    public void Choose(IEnrolment one, DoctorBook book, Doctor doctor, DateOnly day)
    {
        var changed = book.Choose(one.Id, doctor, DoctorRules.From(doctor, day));
        db.Add(changed[0]);
        Tell(one, changed, _ => null);
    }

    public void GiveUp(IEnrolment one, DoctorBook book, DateOnly day) => Tell(one, book.GiveUp(day), _ => null);

    /// <summary>
    /// Two that are one person's, at the same clinic: the one that stays takes over the doctor of the other, unless it
    /// has one.
    /// </summary>
    public async Task Join(IEnrolment? left, IEnrolment? stays, CancellationToken cancel)
    {
        if (left is null || stays is null || left.Clinic != stays.Clinic
            || (await InStep(stays, cancel)).All.Any(contact => !contact.IsOverOn(clock.Today())))
            return;
        var moved = (await InStep(left, cancel)).All;
        foreach (var contact in moved)
            contact.BelongsTo(stays.Id);
        Tell(stays, moved, _ => null);
    }

    private void Tell(
        IEnrolment one, IReadOnlyCollection<DoctorContact> changed, Func<DoctorContact, string?> notice)
    {
        if (changed.Count == 0)
            return;
        one.DoctorChanged();
        telling.Changed(one);
        foreach (var contact in changed)
            Publish(one.Person, contact, notice(contact));
    }

    private void Publish(PersonKey person, DoctorContact contact, string? notice) =>
        outbox.Publish(person, new DoctorContactChanged
        {
            ListingId = contact.ListingId,
            PersonKey = person.ToString(),
            ClinicId = contact.Clinic,
            DoctorId = contact.Doctor,
            FromDay = contact.From,
            UntilDay = contact.Until,
            EndReason = contact.EndReason is { } reason ? ((Proto.DoctorEndReason)reason).Code() : null,
            NoticeReason = notice,
            OccurredAt = clock.GetUtcNow(),
        });
}
