using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DoctorService
{
    /// <summary>The worklist of a clinic: who is to choose a doctor anew, or who has none.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListDoctorNeedsResponse> ListDoctorNeeds(
        Proto.ListDoctorNeedsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var clinic = request.ClinicId.Length == 0 && reach.Unit is { } unit
            ? unit
            : ParsedChoice.Hsa("clinicId", request.ClinicId, faults);
        faults.ThrowIfAny();

        var listed = db.Listings.AsNoTracking().Where(reach.Listings()).Where(
            one => one.Clinic == clinic && one.Type == ListingType.PrimaryCare && one.Until == null);
        var all = request.WithoutAny ? WithoutAny(listed) : Bereft(listed);
        var total = await all.CountAsync(cancel);
        var page = await all.Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);
        var left = request.WithoutAny
            ? new Dictionary<Guid, Proto.DoctorContact>()
            : await named.Latest(page, cancel);

        var reply = new Proto.ListDoctorNeedsResponse { Meta = paging.Meta(page.Count, total) };
        reply.Needs.AddRange((await answers.Of(page, [], cancel)).Zip(page, (listing, one) => new Proto.DoctorNeed
        {
            Listing = listing,
            Left = left.GetValueOrDefault(one.Id),
        }));
        return reply;
    }

    /// <summary>Those whose doctor leaves or has left, the first to be without first.</summary>
    private IQueryable<PersonListing> Bereft(IQueryable<PersonListing> listed) => listed
        .Join(Latest(), one => one.Id, contact => contact.ListingId, (one, contact) => new { one, contact })
        .Join(
            db.Doctors, pair => new { pair.contact.Clinic, Id = pair.contact.Doctor },
            doctor => new { doctor.Clinic, doctor.Id },
            (pair, doctor) => new { pair.one, pair.contact, doctor.LastDay })
        .Where(all => all.contact.EndReason == DoctorEndReason.DoctorLeft
            || (all.contact.Until == null && all.LastDay != null))
        .OrderBy(all => all.contact.Until ?? all.LastDay).ThenBy(all => all.one.Id).Select(all => all.one);

    /// <summary>Those who never had a doctor here, or want none.</summary>
    private IQueryable<PersonListing> WithoutAny(IQueryable<PersonListing> listed) => listed
        .Where(one => !Latest().Any(
            contact => contact.ListingId == one.Id && contact.EndReason != DoctorEndReason.GivenUp))
        .OrderBy(one => one.From).ThenBy(one => one.Id);

    /// <summary>Of each listing the latest contact.</summary>
    private IQueryable<DoctorContact> Latest() => db.DoctorContacts.Where(contact => !db.DoctorContacts.Any(
        later => later.ListingId == contact.ListingId && later.Id > contact.Id));
}
