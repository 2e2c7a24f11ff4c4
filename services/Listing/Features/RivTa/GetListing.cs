using System.Globalization;
using System.Xml.Linq;
using Grpc.Json;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>Where a person is listed, and will be, and with which doctor.</summary>
internal static class GetListing
{
    private static readonly Operation Contract = new("GetListing", ["personId"]) { PersonNotFound = "PersonNotFound" };

    public static RpcForm Form { get; } = Contract.Form<Proto.LookUpListingsRequest, Proto.LookUpListingsResponse>(
        asked => new() { PersonNumber = asked.Part("personId") }, Answer);

    // The number is told as it was asked with: the caller has it already, and it may be a protected person's.
    private static IEnumerable<XElement> Answer(SoapMessage asked, Proto.LookUpListingsResponse found) =>
    [
        new(
            asked.Content.Name.Namespace + "subjectOfCare",
            new XElement(CareListing.Shared + "personId", asked.Part("personId")),
            found.Listings.Where(listing => listing.State != Proto.ListingState.Queued).Select(Listing)),
    ];

    private static XElement Listing(Proto.Listing listing) => new(
        CareListing.Shared + "listing",
        new XElement(CareListing.Shared + "validFromDate", Words.Start(listing.FromDay)),
        listing.ToDay.Length == 0
            ? null
            : new XElement(CareListing.Shared + "validToDate", Words.Start(DayAfter(listing.ToDay))),
        new XElement(CareListing.Shared + "listingType", Words.Code(listing.Type)),
        new XElement(
            CareListing.Shared + "healthcare_facility", Words.Facility(listing.ClinicId, listing.ClinicName)),
        listing.Doctors.Count == 0 ? null : new XElement(CareListing.Shared + "resource", Doctor(listing.Doctors[0])));

    // The contract has room for one: the doctor whom the person has, not one who is chosen for later.
    private static IEnumerable<XElement> Doctor(Proto.DoctorContact doctor) =>
    [
        new(CareListing.Shared + "resourceId", doctor.DoctorId),
        new(CareListing.Shared + "resourceName", doctor.Name),
    ];

    // The contract's end is the moment from which the listing holds no more.
    private static string DayAfter(string day) =>
        DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture).AddDays(1).ToString("O");
}
