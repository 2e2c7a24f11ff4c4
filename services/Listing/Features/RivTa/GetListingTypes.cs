using System.Xml.Linq;
using Grpc.Json;

namespace NaraVard.Listing.Features.RivTa;

/// <summary>For which care a person may choose a clinic.</summary>
internal static class GetListingTypes
{
    private static readonly Operation Contract = new("GetListingTypes", ["personId"]);

    public static RpcForm Form { get; } = Contract.Form<Proto.LookUpListingsRequest, Proto.LookUpListingsResponse>(
        asked => new() { PersonNumber = asked.Part("personId") },
        (asked, found) => found.ChoosableTypes.Select(type =>
            new XElement(asked.Content.Name.Namespace + "listingType", Words.Code(type))));
}
