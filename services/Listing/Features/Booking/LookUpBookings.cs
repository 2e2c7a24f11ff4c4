using System.Linq.Expressions;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain.Booking;
using NaraVard.Listing.Features.Booking.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class BookingService
{
    private static readonly Text PersonOrClinic = new(
        "Ange antingen en person eller en mottagning.", "Give either a person or a clinic.");

    private static readonly Text NotForPartners = new(
        "Andra system ser bokningar per person.", "Other systems see bookings by person.");

    /// <summary>Bookings of a person or at a clinic, the first to begin first.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.LookUpBookingsResponse> LookUpBookings(
        Proto.LookUpBookingsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var from = request.From?.ToDateTimeOffset() ?? acting.Now;
        var whose = await Whose(request, faults, cancel);
        faults.ThrowIfAny();

        var all = db.BookedTimes.AsNoTracking().Where(Mine()).Where(whose)
            .Where(one => one.Time.StartsAt >= from && (request.WithCancelled || one.CancelledAt == null));
        var total = await all.CountAsync(cancel);
        var page = await all.Include(one => one.Time).OrderBy(one => one.Time.StartsAt).ThenBy(one => one.Id)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);

        var reply = new Proto.LookUpBookingsResponse { Meta = paging.Meta(page.Count, total) };
        reply.Bookings.AddRange(await Answer(page, cancel));
        return reply;
    }

    private async Task<Expression<Func<BookedTime, bool>>> Whose(
        Proto.LookUpBookingsRequest request, Violations faults, CancellationToken cancel)
    {
        if (request.ClinicId.Length > 0 && request.PersonNumber.Length > 0)
            faults.Add("clinicId", "one-of", PersonOrClinic);
        if (request.ClinicId.Length > 0 && !IsByStaff)
            faults.Add("clinicId", "not-for-partners", NotForPartners);
        if (request.PersonNumber.Length == 0 && (request.ClinicId.Length > 0 || reach.Unit is not null))
        {
            var clinic = ClinicId("clinicId", request.ClinicId.Length > 0 ? request.ClinicId : reach.Unit!, faults);
            return one => one.Time.Clinic == clinic;
        }

        var number = faults.ParseNumber("personNumber", request.PersonNumber, clock);
        if (faults.Any)
            return one => false;
        var person = await ledger.Current(keys.Of(number), cancel);
        acting.Touches(person, "booking", "");
        return one => one.Person == person;
    }

    /// <summary>The bookings that the caller sees.</summary>
    private Expression<Func<BookedTime, bool>> Mine()
    {
        var region = acting.Region;
        if (reach.Unit is not { } unit)
            return one => one.Time.Region == region;
        var clinic = HsaId.TryParse(unit, out var id, out _) ? id : default;
        return one => one.Time.Region == region && one.Time.Clinic == clinic;
    }

    /// <summary>Bookings as they are answered. Names each person in the access log.</summary>
    private async Task<IReadOnlyList<Proto.Booking>> Answer(
        IReadOnlyList<BookedTime> bookings, CancellationToken cancel)
    {
        var numbers = await answers.Numbers([.. bookings.Select(one => one.Person)], cancel);
        var names = await answers.Names([.. bookings.Select(one => one.Time.Clinic.Value)], cancel);
        foreach (var booking in bookings)
            acting.Touches(booking.Person, "booking", booking.Id.ToString());
        return
        [
            .. bookings.Select(one => WireBooking.Of(
                one, numbers.GetValueOrDefault(one.Person, ""), names.GetValueOrDefault(one.Time.Clinic.Value, ""),
                options.CancelHours)),
        ];
    }
}
