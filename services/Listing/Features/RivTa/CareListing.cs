using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>
/// RIV-TA crm:carelisting 1.0, the contract by which 1177 asks a region's listing system (DOMAIN B15): each operation
/// at an address of its own, answered by our RPCs with their rights, refusals and access log.
/// </summary>
internal static class CareListing
{
    private const string LookUp = "/naravard.listing.v1.ListingService/LookUpListings";
    private const string Choose = "/naravard.listing.v1.ListingService/ChooseClinic";

    /// <summary>What the messages of all operations share.</summary>
    public static readonly XNamespace Shared = "urn:riv:crm:carelisting:1";

    public static void MapCareListing(this IEndpointRouteBuilder app)
    {
        app.MapRpcForm("/listing/v1/riv-ta/get-listing", LookUp, GetListing.Form);
        app.MapRpcForm("/listing/v1/riv-ta/get-listing-types", LookUp, GetListingTypes.Form);
        app.MapRpcForm("/listing/v1/riv-ta/get-person-queue-status", LookUp, GetPersonQueueStatus.Form);
        app.MapRpcForm("/listing/v1/riv-ta/create-listing", Choose, CreateListing.Form);
        app.MapPost("/listing/v1/riv-ta/get-available-facilities", GetAvailableFacilities.Answer)
            .RequireAuthorization(GetAvailableFacilities.Access);
    }

    /// <summary>What a message of an operation says: its element, such as <c>createListing</c>.</summary>
    public static XName Element(string operation, string ending = "") =>
        Of(operation) + $"{char.ToLowerInvariant(operation[0])}{operation[1..]}{ending}";

    /// <summary>The namespace of an operation's messages.</summary>
    public static XNamespace Of(string operation) => $"urn:riv:crm:carelisting:{operation}Responder:1";
}
