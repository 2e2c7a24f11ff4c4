using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

/// <summary>
/// Whose listings the caller sees, and where their changes are told: the region's for its administration and partner
/// systems, the own unit's for staff of a clinic. Everything else does not exist.
/// </summary>
internal sealed class Reach(ListingDb db, Caller caller, Acting acting)
{
    /// <summary>Whether the region's staff acts, who may write down exceptions.</summary>
    public bool IsAdmin => caller.Is(Roles.ListingAdmin);

    /// <summary>HSA-id of whoever acts, or the sign-in's own id.</summary>
    public string Actor => caller.HsaId ?? caller.Subject;

    /// <summary>HSA-id of the unit that the caller is confined to; null for who sees the whole region.</summary>
    public string? Unit => caller.Is(Roles.ListingAdmin) || caller.Is(Roles.Partner)
        ? null
        : caller.Unit ?? throw Refusals.UnitMissing();

    /// <summary>Where the changes that the caller follows are told.</summary>
    public string Audience => Unit is { } unit ? OfClinic(unit) : OfRegion(acting.Region);

    public Expression<Func<PersonListing, bool>> Listings()
    {
        var (region, unit) = (acting.Region, Unit);
        return listing => listing.Region == region && (unit == null || listing.Clinic == unit);
    }

    public Expression<Func<QueuePlace, bool>> Places()
    {
        var (region, unit) = (acting.Region, Unit);
        return place => place.Region == region && (unit == null || place.Clinic == unit);
    }

    public Expression<Func<Examination, bool>> Examinations()
    {
        var (region, unit) = (acting.Region, Unit);
        return examination => examination.Region == region && (unit == null || examination.Clinic == unit);
    }

    /// <summary>A listing or place in a queue that the caller sees, held with its person until saved.</summary>
    public async Task<IEnrolment> Hold(Guid id, CancellationToken cancel)
    {
        var person = await db.Listings.Where(Listings()).Where(one => one.Id == id).Select(one => one.Person)
            .Concat(db.QueuePlaces.Where(Places()).Where(one => one.Id == id).Select(one => one.Person))
            .ToListAsync(cancel);
        if (person.Count == 0)
            throw new NotFound("listing");
        acting.Touches(person[0], "listing", id.ToString());
        await db.Hold(id, person[0], cancel);
        return (await db.Enrolment(id, cancel))!;
    }

    public static string OfRegion(string region) => $"region:{region}";

    public static string OfClinic(string clinic) => $"clinic:{clinic}";
}
