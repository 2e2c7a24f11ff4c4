using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain.Booking;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Features.Booking.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class BookingService
{
    private const int TimesMax = 1_000;

    private static readonly Text TimeCount = new(
        "Ange 1 till 1000 tider att lägga ut eller dra tillbaka.", "Give 1 to 1000 times to publish or withdraw.");

    private static readonly Text NoSuchTime = new(
        "Mottagningen har ingen sådan tid.", "The clinic has no such time.");

    private static readonly Text StillBooked = new(
        "Tiden är bokad: avboka den först.", "The time is booked: cancel the booking first.");

    private static readonly Text TimeIdTaken = new(
        "Det finns redan en tid med detta id och annat innehåll, eller en som dragits tillbaka.",
        "There is already a time with this id and other content, or one that was withdrawn.");

    /// <summary>Withdraws and publishes times of the caller's own clinic, while nobody else does.</summary>
    [Authorize(Roles = $"{Roles.UnitManager},{Roles.Clinician}")]
    [NoPersonData("Times that a clinic offers.")]
    public override async Task<Proto.PublishTimesResponse> PublishTimes(
        Proto.PublishTimesRequest request, ServerCallContext context)
    {
        var withdrawn = Withdrawn(request);
        var clinic = await OwnClinic(context.CancellationToken);
        var reply = new Proto.PublishTimesResponse();
        reply.Withdrawn.AddRange((await Withdraw(withdrawn, clinic, context.CancellationToken))
            .Select(one => Row(one.IsNew, one.Fault, context)));
        reply.Times.AddRange((await Publish(request.Times, clinic, context.CancellationToken))
            .Select(one => Row(one.IsNew, one.Fault, context)));
        await db.Commit(context.CancellationToken);
        return reply;
    }

    private static List<Guid> Withdrawn(Proto.PublishTimesRequest request)
    {
        if (request.Times.Count + request.WithdrawnTimeIds.Count is 0 or > TimesMax)
            throw new InvalidInput([new("times", "out-of-range", TimeCount)]);
        var faults = new Violations();
        var ids = request.WithdrawnTimeIds.Select((text, i) => Coded.Id($"withdrawnTimeIds[{i}]", text, faults))
            .ToList();
        faults.ThrowIfAny();
        return ids;
    }

    /// <summary>The clinic of the caller's unit, held until saved.</summary>
    private async Task<Clinic> OwnClinic(CancellationToken cancel)
    {
        var clinic = HsaId.TryParse(reach.Unit, out var id, out _) ? await db.HoldClinic(id, cancel) : null;
        return clinic?.Region == acting.Region ? clinic : throw Refusals.ClinicUnknown();
    }

    private async Task<IReadOnlyList<(bool IsNew, Violation? Fault)>> Withdraw(
        List<Guid> ids, Clinic clinic, CancellationToken cancel)
    {
        var held = (await db.HoldTimes(ids, cancel)).Where(time => time.Clinic == clinic.Id)
            .ToDictionary(time => time.Id);
        var booked = await db.BookedTimes.Where(one => ids.Contains(one.TimeId) && one.CancelledAt == null)
            .Select(one => one.TimeId).ToHashSetAsync(cancel);
        var rows = ids.ConvertAll(id => Withdraw(held.GetValueOrDefault(id), booked));
        await db.SaveChangesAsync(cancel);
        return rows;
    }

    private (bool IsNew, Violation? Fault) Withdraw(BookableTime? time, HashSet<Guid> booked)
    {
        if (time is null)
            return (false, new("timeId", "not-found", NoSuchTime));
        if (time.WithdrawnAt is not null)
            return (false, null);
        if (booked.Contains(time.Id))
            return (false, new("timeId", "time-booked", StillBooked));
        time.Withdraw(acting.Now);
        return (true, null);
    }

    private async Task<IReadOnlyList<(bool IsNew, Violation? Fault)>> Publish(
        IReadOnlyCollection<Proto.TimeRow> said, Clinic clinic, CancellationToken cancel)
    {
        var rows = said.Select(ParsedOffer.Of).ToList();
        var ids = rows.ConvertAll(row => row.Offer.Id);
        var known = await db.BookableTimes.Where(time => ids.Contains(time.Id))
            .ToDictionaryAsync(time => time.Id, cancel);
        var calendars = await Calendars(rows.ConvertAll(row => row.Offer), clinic.Id, cancel);
        return rows.ConvertAll(row => Publish(row.Offer, row.Fault, clinic, known, calendars));
    }

    /// <summary>What each resource offers in the time that the new ones span.</summary>
    private async Task<Dictionary<string, List<TimeOffer>>> Calendars(
        List<TimeOffer> offers, HsaId clinic, CancellationToken cancel)
    {
        if (offers.Count == 0)
            return [];
        var resources = offers.ConvertAll(offer => offer.Resource);
        var from = offers.Min(offer => offer.StartsAt).ToUniversalTime().AddMinutes(-TimeOffer.MinutesMax);
        var until = offers.Max(offer => offer.StartsAt).ToUniversalTime().AddMinutes(TimeOffer.MinutesMax);
        var times = await db.BookableTimes.AsNoTracking().Where(time => time.Clinic == clinic
                && time.WithdrawnAt == null && resources.Contains(time.Resource)
                && time.StartsAt >= from && time.StartsAt < until)
            .ToListAsync(cancel);
        return times.GroupBy(time => time.Resource)
            .ToDictionary(one => one.Key, one => one.Select(time => time.Offer).ToList());
    }

    private (bool IsNew, Violation? Fault) Publish(
        TimeOffer offer, Violation? fault, Clinic clinic, Dictionary<Guid, BookableTime> known,
        Dictionary<string, List<TimeOffer>> calendars)
    {
        if (fault is not null)
            return (false, fault);
        if (known.TryGetValue(offer.Id, out var there))
            return (false, there.Clinic == clinic.Id && there.WithdrawnAt is null && there.Offer == offer
                ? null : new("timeId", "time-id-taken", TimeIdTaken));
        if (!calendars.TryGetValue(offer.Resource, out var calendar))
            calendars[offer.Resource] = calendar = [];
        if (OfferRules.Obstacle(offer, clinic, calendar, acting.Now, options.AheadDaysMax) is { } obstacle)
            return (false, obstacle);
        calendar.Add(offer);
        var time = known[offer.Id] = new(offer, clinic.Id, acting.Region, options.EveningFromHour);
        db.Add(time);
        return (true, null);
    }

    private static Proto.TimeAnswer Row(bool isNew, Violation? fault, ServerCallContext context) => new()
    {
        Outcome = fault is not null ? Proto.RowOutcome.Refused : isNew ? Proto.RowOutcome.Kept : Proto.RowOutcome.Same,
        Field = fault?.Field ?? "",
        Code = fault?.Code ?? "",
        Reason = fault is null ? "" : context.Say(fault.Message),
    };
}
