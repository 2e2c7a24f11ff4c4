using System.Xml.Linq;
using Grpc.Json;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>
/// Whether a person waits in a queue, and at which clinic. The contract has room for one: the place that was asked for
/// first.
/// </summary>
internal static class GetPersonQueueStatus
{
    private static readonly Operation Contract = new("GetPersonQueueStatus", ["personId"]);

    public static RpcForm Form { get; } = Contract.Form<Proto.LookUpListingsRequest, Proto.LookUpListingsResponse>(
        asked => new() { PersonNumber = asked.Part("personId") },
        (asked, found) => Answer(asked.Content.Name.Namespace, found));

    private static IEnumerable<XElement> Answer(XNamespace own, Proto.LookUpListingsResponse found)
    {
        var place = found.Listings.Where(listing => listing.State == Proto.ListingState.Queued)
            .MinBy(listing => listing.RequestedAt.ToDateTimeOffset());
        yield return new(own + "queueStatus", place is null ? "notInQueue" : "inQueue");
        if (place is not null)
            yield return new(
                own + "healthcare_facility", Words.Facility(place.ClinicId, place.ClinicName, hasQueue: true));
    }
}
