using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Features.Wire;

namespace NaraVard.Listing.Features;

/// <summary>The doctors of many people at once, as they are answered.</summary>
internal sealed class NamedDoctors(ListingDb db, Acting acting)
{
    /// <summary>For each listing the doctors whom the person has and will have, the first to begin first.</summary>
    public async Task<ILookup<Guid, Proto.DoctorContact>> Of(
        IReadOnlyList<IEnrolment> listings, CancellationToken cancel) =>
        (await Read(listings, cancel)).Where(one => !one.Contact.IsOverOn(acting.Today))
            .OrderBy(one => one.Contact.From).ToLookup(one => one.Listing.Id, Wire);

    /// <summary>For each listing the latest doctor, gone or not.</summary>
    public async Task<IReadOnlyDictionary<Guid, Proto.DoctorContact>> Latest(
        IReadOnlyList<IEnrolment> listings, CancellationToken cancel) =>
        (await Read(listings, cancel)).GroupBy(one => one.Listing.Id)
            .ToDictionary(all => all.Key, all => Wire(all.MaxBy(one => one.Contact.Id)!));

    private async Task<IEnumerable<Named>> Read(IReadOnlyList<IEnrolment> listings, CancellationToken cancel)
    {
        var mine = listings.Where(one => one.Type == ListingType.PrimaryCare).ToDictionary(one => one.Id);
        if (mine.Count == 0)
            return [];
        var ids = mine.Keys.ToList();
        var rows = await db.DoctorContacts.AsNoTracking().Where(contact => ids.Contains(contact.ListingId))
            .Join(
                db.Doctors.AsNoTracking(), contact => new { contact.Clinic, Id = contact.Doctor },
                doctor => new { doctor.Clinic, doctor.Id }, (contact, doctor) => new { contact, doctor })
            .ToListAsync(cancel);
        // What is read is as it will be when the doctor's last day has reached everybody.
        foreach (var row in rows)
            row.contact.Follow(row.doctor, acting.Today);
        return rows.Select(row => new Named(mine[row.contact.ListingId], row.contact, row.doctor));
    }

    private static Proto.DoctorContact Wire(Named one) => WireDoctor.Of(one.Contact, one.Doctor, one.Listing.From);

    private sealed record Named(IEnrolment Listing, DoctorContact Contact, Doctor Doctor);
}
