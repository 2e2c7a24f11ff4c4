using NaraVard.Api.V1;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>Names for people of the coded values of dental care.</summary>
internal static class DentalCodes
{
    public static IEnumerable<CodeList> All =>
    [
        CodeLists.Of<Proto.RiskGroup>("risk-group",
            ("Riskgrupp 0, låg", "Risk group 0, low"), ("Riskgrupp 1, måttlig", "Risk group 1, moderate"),
            ("Riskgrupp 2, hög", "Risk group 2, high")),
    ];
}
