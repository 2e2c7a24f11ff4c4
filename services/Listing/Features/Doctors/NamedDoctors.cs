using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Features.Wire;

namespace NaraVard.Listing.Features;

/// <summary>The doctors of many people at once, as they are answered.</summary>
internal sealed class NamedDoctors(ListingDb db, Acting acting)
{
    /// <summary>For each listing the doctors whom the person has and will have, the first to begin first.</summary>
    public async Task<ILookup<Guid, Proto.DoctorContact>> Of(IReadOnlyList<Guid> listings, CancellationToken cancel) =>
        (await Read(listings, cancel)).Where(one => !one.Contact.IsOverOn(acting.Today))
            .OrderBy(one => one.Contact.From)
            .ToLookup(one => one.Contact.ListingId, one => WireDoctor.Of(one.Contact, one.Doctor));

    /// <summary>For each listing the latest doctor, gone or not.</summary>
    public async Task<IReadOnlyDictionary<Guid, Proto.DoctorContact>> Latest(
        IReadOnlyList<Guid> listings, CancellationToken cancel) =>
        (await Read(listings, cancel)).GroupBy(one => one.Contact.ListingId).ToDictionary(
            all => all.Key, all => all.MaxBy(one => one.Contact.Id) is var (contact, doctor)
                ? WireDoctor.Of(contact, doctor) : new());

    private async Task<IEnumerable<(DoctorContact Contact, Doctor Doctor)>> Read(
        IReadOnlyList<Guid> listings, CancellationToken cancel)
    {
        var rows = await db.DoctorContacts.AsNoTracking().Where(contact => listings.Contains(contact.ListingId))
            .Join(
                db.Doctors.AsNoTracking(), contact => new { contact.Clinic, Id = contact.Doctor },
                doctor => new { doctor.Clinic, doctor.Id }, (contact, doctor) => new { contact, doctor })
            .ToListAsync(cancel);
        // What is read is as it will be when the doctor's last day has reached everybody.
        foreach (var row in rows)
            row.contact.Follow(row.doctor, acting.Today);
        return rows.Select(row => (row.contact, row.doctor));
    }
}
