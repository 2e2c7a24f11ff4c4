using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class DentalService
{
    /// <summary>Who has not come to be examined, the longest overdue first.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListOverdueExaminationsResponse> ListOverdueExaminations(
        Proto.ListOverdueExaminationsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var clinic = request.ClinicId.Length == 0 ? null : ParsedChoice.Hsa("clinicId", request.ClinicId, faults);
        faults.ThrowIfAny();
        var (unit, today) = (reach.Unit, acting.Today);
        var rule = policies.Recall(acting.Region, today);
        var before = rule.OverdueBefore(today);
        var overdue = db.Recalls(policies.Of(acting.Region, today), rule, today).Where(
            row => row.DueOn < before && (unit == null || row.Clinic == unit)
                && (clinic == null || row.Clinic == clinic));
        var total = await overdue.CountAsync(cancel);
        var page = await overdue.OrderBy(row => row.DueOn).ThenBy(row => row.Person)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);
        var numbers = await answers.Numbers([.. page.Select(row => new PersonKey(row.Person))], cancel);

        var reply = new Proto.ListOverdueExaminationsResponse { Meta = paging.Meta(page.Count, total) };
        foreach (var row in page)
        {
            var person = new PersonKey(row.Person);
            acting.Touches(person, "examination", "");
            reply.Overdue.Add(new Proto.OverdueExamination
            {
                PersonNumber = numbers.GetValueOrDefault(person, ""),
                ClinicId = row.Clinic,
                DueDay = Days.Text(row.DueOn),
                ExaminedDay = Days.Text(row.ExaminedOn),
                Risk = (Proto.RiskGroup)(row.Risk ?? 0),
            });
        }

        return reply;
    }
}
