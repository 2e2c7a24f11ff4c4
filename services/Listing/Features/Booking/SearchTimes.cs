using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain.Booking;
using NaraVard.Listing.Features.Booking.Wire;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class BookingService
{
    private static readonly Text EndsFirst = new("Slutet ligger före början.", "The end is before the beginning.");

    /// <summary>Free times of the region's clinics, and the waits.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData("Times that nobody has booked.")]
    public override async Task<Proto.SearchTimesResponse> SearchTimes(
        Proto.SearchTimesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var (clinics, offered) = Offered(request, faults);
        var free = Free(offered, request, faults);
        faults.ThrowIfAny();

        var total = await free.CountAsync(cancel);
        var page = await free.OrderBy(time => time.StartsAt).ThenBy(time => time.Id)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);

        var reply = new Proto.SearchTimesResponse { Meta = paging.Meta(page.Count, total) };
        reply.Times.AddRange(page.Select(WireBooking.Of));
        if (request.WithWaits)
            reply.Waits.AddRange(Waits.Of(await Cells(offered, clinics.Count > 0, cancel), acting.Today)
                .Select(WireBooking.Of));
        return reply;
    }

    /// <summary>What clinics that are open by then offer of what is looked for, booked or free.</summary>
    private (IReadOnlyList<HsaId> Clinics, IQueryable<BookableTime> Offered) Offered(
        Proto.SearchTimesRequest request, Violations faults)
    {
        var clinics = ParsedProfile.Each("clinicIds", request.ClinicIds, faults, ClinicId);
        var professions = ParsedProfile.Codes<Profession, Proto.Profession>("professions", request.Professions, faults);
        var forms = ParsedProfile.Codes<ContactForm, Proto.ContactForm>("forms", request.Forms, faults);
        var errands = ParsedProfile.Codes<Errand, Proto.Errand>("errands", request.Errands, faults);
        var (region, now) = (acting.Region, acting.Now);
        var offered = db.BookableTimes.AsNoTracking().Where(time => time.Region == region && time.WithdrawnAt == null
            && time.StartsAt > now
            && !db.Clinics.Any(clinic => clinic.Id == time.Clinic && clinic.ClosedFrom <= time.Day));
        if (clinics.Length > 0)
            offered = offered.Where(time => clinics.Contains(time.Clinic));
        if (professions.Count > 0)
            offered = offered.Where(time => professions.Contains(time.Profession));
        if (forms.Count > 0)
            offered = offered.Where(time => forms.Contains(time.Form));
        if (errands.Count > 0)
            offered = offered.Where(time => errands.Contains(time.Errand));
        return (clinics, offered);
    }

    private IQueryable<BookableTime> Free(
        IQueryable<BookableTime> offered, Proto.SearchTimesRequest request, Violations faults)
    {
        var parts = ParsedProfile.Codes<WeekPart, Proto.WeekPart>("weekParts", request.WeekParts, faults);
        var (from, until) = (request.From?.ToDateTimeOffset(), request.Until?.ToDateTimeOffset());
        if (until <= from)
            faults.Add("until", "ends-first", EndsFirst);
        if (parts.Count > 0)
            offered = offered.Where(time => parts.Contains(time.Part));
        if (from is not null)
            offered = offered.Where(time => time.StartsAt >= from);
        if (until is not null)
            offered = offered.Where(time => time.StartsAt < until);
        return offered.Where(time => !db.BookedTimes.Any(one => one.TimeId == time.Id && one.CancelledAt == null));
    }

    // Counted where they lie: a region has some hundred thousand times ahead, and some thousand sorts of them.
    private async Task<IReadOnlyList<WaitCell>> Cells(
        IQueryable<BookableTime> offered, bool byClinic, CancellationToken cancel)
    {
        var times = offered.Select(time => new
        {
            time.Clinic,
            time.Profession,
            time.Form,
            time.Day,
            time.Part,
            IsFree = !db.BookedTimes.Any(one => one.TimeId == time.Id && one.CancelledAt == null),
        });
        return byClinic
            ? await times.GroupBy(time => time)
                .Select(one => new WaitCell(
                    one.Key.Clinic, one.Key.Profession, one.Key.Form, one.Key.Day, one.Key.Part, one.Key.IsFree,
                    one.Count()))
                .ToListAsync(cancel)
            : await times.GroupBy(time => new { time.Profession, time.Form, time.Day, time.Part, time.IsFree })
                .Select(one => new WaitCell(
                    null, one.Key.Profession, one.Key.Form, one.Key.Day, one.Key.Part, one.Key.IsFree, one.Count()))
                .ToListAsync(cancel);
    }

    private static HsaId ClinicId(string field, string text, Violations faults)
    {
        if (!HsaId.TryParse(text, out var id, out var error))
            faults.Add(field, error.Code, new(error.Sv, error.En));
        return id;
    }
}
