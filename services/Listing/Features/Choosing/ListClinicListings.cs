using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>A clinic's listed, or its queue in order; of the own unit for staff of a clinic.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListClinicListingsResponse> ListClinicListings(
        Proto.ListClinicListingsRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var type = request.Type == 0
            ? (ListingType?)null
            : Coded.Parse<ListingType, Proto.ListingType>("type", request.Type, faults);
        var clinic = request.ClinicId.Length == 0 && reach.Unit is { } unit
            ? unit
            : ParsedChoice.Hsa("clinicId", request.ClinicId, faults);
        faults.ThrowIfAny();
        if (request.Queued && reach.Unit is not null && policies.Of(acting.Region, acting.Today).Queues.IsCentral)
            throw Refusals.QueueIsCentral();
        return request.Queued
            ? await Queue(clinic, type, paging, context.CancellationToken)
            : await Listed(clinic, type, paging, context.CancellationToken);
    }

    private async Task<Proto.ListClinicListingsResponse> Listed(
        string clinic, ListingType? type, Paging paging, CancellationToken cancel)
    {
        var today = acting.Today;
        var all = db.Listings.AsNoTracking().Where(reach.Listings()).Where(
            one => one.Clinic == clinic && (type == null || one.Type == type)
                && (one.Until == null || (one.Until > today && one.Until > one.From)));
        var total = await all.CountAsync(cancel);
        var page = await all.OrderBy(one => one.From).ThenBy(one => one.Id)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);
        return Page(await answers.Of(page, [], cancel), paging, total);
    }

    private async Task<Proto.ListClinicListingsResponse> Queue(
        string clinic, ListingType? type, Paging paging, CancellationToken cancel)
    {
        var all = db.QueuePlaces.AsNoTracking().Where(reach.Places()).Where(
            one => one.Clinic == clinic && (type == null || one.Type == type) && one.EndedOn == null);
        var total = await all.CountAsync(cancel);
        var page = await all.OrderBy(one => one.Type).ThenBy(one => one.Arrival)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);
        return Page(await answers.Of([], page, cancel), paging, total);
    }

    private static Proto.ListClinicListingsResponse Page(
        IReadOnlyList<Proto.Listing> listings, Paging paging, int total)
    {
        var reply = new Proto.ListClinicListingsResponse { Meta = paging.Meta(listings.Count, total) };
        reply.Listings.AddRange(listings);
        return reply;
    }
}
