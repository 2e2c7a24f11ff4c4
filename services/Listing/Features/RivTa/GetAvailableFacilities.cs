using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>
/// The clinics of the region that may be chosen today: all at once, as the contract has it, where our RPC gives pages.
/// </summary>
internal static class GetAvailableFacilities
{
    private static readonly Operation Contract = new("GetAvailableFacilities", ["countyCode"]);

    public static AuthorizeAttribute Access { get; } = new() { Roles = $"{Roles.ListingAdmin},{Roles.Partner}" };

    public static async Task Answer(HttpContext http)
    {
        if (await Contract.Read(http) is not { } asked)
            return;
        var acting = http.RequestServices.GetRequiredService<Acting>();
        var db = http.RequestServices.GetRequiredService<ListingDb>();
        var clinics = await db.Clinics.AsNoTracking().ToListAsync(http.RequestAborted);
        var queues = await db.ClinicLoads.Where(load => load.Waiting > 0)
            .Select(load => load.Clinic).ToHashSetAsync(http.RequestAborted);
        var (ids, types) = (asked.Parts("healthcare_facilities"), Types(asked));
        var facilities = clinics
            .Where(clinic => clinic.Region == acting.Region && asked.Part("countyCode") == acting.Region)
            .Where(clinic => ids.Count == 0 || ids.Contains(clinic.Id.Value))
            .OrderBy(clinic => clinic.Id.Value, StringComparer.Ordinal)
            .Select(clinic => Facility(clinic, types, acting.Today, queues.Contains(clinic.Id.Value)))
            .OfType<XElement>()
            .ToList();
        await (facilities.Count > 0
            ? SoapAnswer.Write(http, Contract.Answered(facilities))
            : Contract.Fault(http, "no-facility", "Det finns ingen sådan mottagning att välja."));
    }

    /// <summary>Null when it cannot be chosen for any of the types today.</summary>
    private static XElement? Facility(
        Clinic clinic, IReadOnlyList<Proto.ListingType> types, DateOnly today, bool hasQueue)
    {
        var offered = types.Where(type =>
            !clinic.IsClosedOn(today) && clinic.HasAgreement((ListingType)type, today)).ToList();
        return offered.Count == 0 ? null : new(
            CareListing.Of(Contract.Name) + "healthcare_facilities",
            Words.Facility(clinic.Id.Value, clinic.ProfileOn(today)!.Name, hasQueue, offered));
    }

    private static IReadOnlyList<Proto.ListingType> Types(SoapMessage asked) =>
        asked.Parts("listingType") is { Count: > 0 } codes
            ? [.. codes.Select(Words.Type)]
            : Words.AllTypes;
}
