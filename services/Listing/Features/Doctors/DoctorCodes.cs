using NaraVard.Api.V1;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>Names for people of the coded values of doctors. A value without a name fails a test.</summary>
internal static class DoctorCodes
{
    public static IEnumerable<CodeList> All =>
    [
        CodeLists.Of<Proto.DoctorKind>("doctor-kind", ("Specialist", "Specialist"), ("ST-läkare", "Trainee")),
        CodeLists.Of<Proto.DoctorEndReason>("doctor-end-reason",
            ("Valt annan läkare", "Another chosen"), ("Läkaren slutar", "Doctor left"),
            ("Vill inte ha fast läkarkontakt", "Given up")),
        CodeLists.Of<Proto.LoadLevel>("load-level",
            ("Inom riktvärdet", "Within the target"), ("Över riktvärdet", "Above the target"),
            ("Långt över riktvärdet", "Far above the target")),
    ];
}
