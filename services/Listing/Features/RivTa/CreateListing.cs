using System.Globalization;
using System.Xml.Linq;
using Grpc.Json;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>
/// A person chooses a clinic, and a doctor there if one is named. What the rules refuse is an answer, with our sentence
/// as the comment; what the contract has a fault for is that fault.
/// </summary>
internal static class CreateListing
{
    private static readonly XNamespace Own = CareListing.Of("CreateListing");

    private static readonly Operation Contract =
        new("CreateListing", ["personId", "listingType", "healthcare_facility", "addToQueue"])
        {
            InvalidFacility = "InvalidFacilityException",
            SaysNo = problem => Answer(false, Sentences(problem), Code(problem)),
        };

    public static RpcForm Form { get; } = Contract.Form<Proto.ChooseClinicRequest, Proto.Listing>(
        asked => new()
        {
            ListingId = Guid.CreateVersion7().ToString(),
            PersonNumber = asked.Part("personId"),
            Type = Words.Type(asked.Part("listingType")),
            ClinicId = asked.Part("healthcare_facility"),
            DoctorId = asked.Part("healthcare_professional") ?? "",
            MayQueue = asked.Part("addToQueue") is "true" or "1",
        },
        (_, listing) => Answer(true, Comment(listing), ""));

    private static string Comment(Proto.Listing listing) => listing.State == Proto.ListingState.Queued
        ? string.Create(CultureInfo.InvariantCulture, $"Du står i kö på plats {listing.QueuePosition}.")
        : $"Listningen gäller från {listing.FromDay}.";

    private static string Sentences(Problem problem) => problem.Violations.Count > 0
        ? string.Join(' ', problem.Violations.Select(violation => violation.Swedish))
        : problem.Swedish ?? problem.English ?? "";

    private static string Code(Problem problem) =>
        problem.Violations is [var first, ..] ? first.Code : problem.Code;

    private static IEnumerable<XElement> Answer(bool isDone, string comment, string code)
    {
        yield return new(Own + "success", isDone);
        yield return new(Own + "comment", comment);
        if (code.Length > 0)
            yield return new(Own + "systemCode", code);
    }
}
