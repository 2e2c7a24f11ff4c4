using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DoctorService
{
    /// <summary>A clinic's doctors who have not left, or those who have, with their load and the clinic's.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData(Why)]
    public override async Task<Proto.ListDoctorsResponse> ListDoctors(
        Proto.ListDoctorsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var clinic = ParsedChoice.Hsa("clinicId", request.ClinicId, faults);
        faults.ThrowIfAny();
        var key = HsaId.Parse(clinic);
        RequireMine(await db.Clinics.AsNoTracking().SingleOrDefaultAsync(one => one.Id == key, cancel));

        var today = acting.Today;
        var all = await db.Doctors.AsNoTracking().Where(one => one.Clinic == clinic)
            .OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(cancel);
        var asked = request.Left
            ? [.. all.Where(one => one.GoneFrom <= today).OrderByDescending(one => one.LastDay)]
            : all.FindAll(one => !(one.GoneFrom <= today));
        var persons = await Persons(clinic, cancel);
        var page = asked.Skip(paging.Skip).Take(paging.Limit)
            .Select(one => WireDoctor.Of(one, Load(one, persons.GetValueOrDefault(one.Id)))).ToList();

        var reply = new Proto.ListDoctorsResponse
        {
            Load = WireDoctor.Of(Target.Load(await Listed(clinic, cancel), Target.Capacity(all, today))),
            Meta = paging.Meta(page.Count, asked.Count),
        };
        reply.Doctors.AddRange(page);
        return reply;
    }

    private DoctorTarget Target => policies.DoctorTarget(acting.Region, acting.Today);

    private async Task<DoctorLoad> Load(Doctor doctor, CancellationToken cancel) =>
        Load(doctor, (await Persons(doctor.Clinic, cancel)).GetValueOrDefault(doctor.Id));

    // Nobody has a doctor on a day when the doctor is not there.
    private DoctorLoad Load(Doctor doctor, int persons) => Target.Load(
        doctor.WorksOn(acting.Today) ? persons : 0, Target.Capacity([doctor], acting.Today));

    private Task<int> Listed(string clinic, CancellationToken cancel)
    {
        var today = acting.Today;
        return db.Listings.CountAsync(
            one => one.Clinic == clinic && one.Type == ListingType.PrimaryCare && one.From <= today
                && (one.Until == null || one.Until > today),
            cancel);
    }

    /// <summary>How many have each of a clinic's doctors today.</summary>
    private Task<Dictionary<string, int>> Persons(string clinic, CancellationToken cancel)
    {
        var today = acting.Today;
        return db.DoctorContacts.Where(one => one.Clinic == clinic && one.From <= today
                && (one.Until == null || one.Until > today))
            .Join(
                db.Listings.Where(one => one.From <= today && (one.Until == null || one.Until > today)),
                contact => contact.ListingId, listing => listing.Id, (contact, listing) => contact.Doctor)
            .GroupBy(doctor => doctor)
            .ToDictionaryAsync(all => all.Key, all => all.Count(), cancel);
    }
}
