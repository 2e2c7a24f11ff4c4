using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

internal sealed partial class DentalService
{
    /// <summary>A person's examinations, and the day by which the next is due.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager},{Roles.Partner}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.LookUpExaminationsResponse> LookUpExaminations(
        Proto.LookUpExaminationsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var number = faults.ParseNumber("personNumber", request.PersonNumber, clock);
        faults.ThrowIfAny();
        var key = await ledger.Current(keys.Of(number), cancel);
        acting.Touches(key, "examination", "");
        var (unit, region) = (reach.Unit, acting.Region);
        if (!await db.Persons.AnyAsync(person => person.Key == key && person.Region == region, cancel))
            throw Refusals.PersonUnknown();
        var rule = policies.Recall(region, acting.Today);
        var recall = await db.Recalls(policies.Of(region, acting.Today), rule, acting.Today)
            .SingleOrDefaultAsync(row => row.Person == key.Value && (unit == null || row.Clinic == unit), cancel);
        var all = recall is null ? db.Examinations.Where(reach.Examinations())
            : db.Examinations.Where(one => one.Region == region);
        var examinations = await all.AsNoTracking().Where(one => one.Person == key)
            .OrderByDescending(one => one.ExaminedOn).ThenBy(one => one.DueOn).ToListAsync(cancel);
        var numbers = await answers.Numbers([key], cancel);

        var reply = new Proto.LookUpExaminationsResponse
        {
            NextDueDay = Days.Text(recall?.DueOn),
            IsOverdue = recall is not null && rule.IsOverdue(recall.DueOn, acting.Today),
        };
        reply.Examinations.AddRange(examinations.Select(
            one => WireExamination.Of(one, numbers.GetValueOrDefault(key, ""))));
        return reply;
    }
}
