using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ClinicService
{
    private const int KmMax = 2_000;

    private static readonly Text Distance = new("Avståndet är 1 till 2000 km.", "The distance is 1 to 2000 km.");

    private static readonly Text NoPlace = new(
        "Ange platsen som avståndet räknas från.", "Give the place to measure the distance from.");

    /// <summary>Clinics that offer what is looked for. By POST: the place may be somebody's home.</summary>
    [Authorize(Roles = Readers)]
    [NoPersonData(Why)]
    public override async Task<Proto.SearchClinicsResponse> SearchClinics(
        Proto.SearchClinicsRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var query = Query(request, faults);
        var (near, postal) = (
            faults.Position("near", request.Near), faults.Postal("nearPostalCode", request.NearPostalCode));
        faults.ThrowIfAny();
        if (near is not null || postal is not null)
            query = query with { From = new(near, await db.RoadMeters(postal?.Code, context.CancellationToken)) };

        // A region has some hundred clinics: what an index would spare is less than what a second rule would cost.
        var found = query.Find(await db.Clinics.AsNoTracking().ToListAsync(context.CancellationToken));

        var reply = new Proto.SearchClinicsResponse();
        reply.Clinics.AddRange(found.Skip(paging.Skip).Take(paging.Limit).Select(WireClinic.Of));
        reply.Meta = paging.Meta(reply.Clinics.Count, found.Count);
        return reply;
    }

    private ClinicQuery Query(Proto.SearchClinicsRequest request, Violations faults)
    {
        if (request.WithinKm is < 0 or > KmMax)
            faults.Add("withinKm", "out-of-range", Distance);
        if (request.WithinKm > 0 && request.Near is null && request.NearPostalCode.Length == 0)
            faults.Add("near", "required", NoPlace);
        return new()
        {
            Listing = request.ListingType == 0 ? null
                : Coded.Parse<ListingType, Proto.ListingType>("listingType", request.ListingType, faults),
            Services = ParsedProfile.Codes<ClinicOffering, Proto.ClinicOffering>("services", request.Services, faults),
            Kinds = ParsedProfile.Codes<ClinicKind, Proto.ClinicKind>("kinds", request.Kinds, faults),
            Language = request.Language.Length == 0
                ? null : ParsedProfile.Language("language", request.Language, faults),
            MustBeOpen = request.OpenAt is not null,
            MustHaveBookingLink = request.HasBookingLink,
            AgeYears = request.HasAgeYears ? ParsedVisiting.Age("ageYears", request.AgeYears, faults) : null,
            At = faults.Moment("openAt", request.OpenAt) ?? acting.Now,
            WithinKm = request.WithinKm > 0 ? request.WithinKm : null,
        };
    }
}
