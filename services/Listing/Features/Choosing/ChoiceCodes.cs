using NaraVard.Api.V1;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>Names for people of the coded values of choice. A value without a name fails a test.</summary>
internal static class ChoiceCodes
{
    public static IEnumerable<CodeList> All =>
    [
        CodeLists.Of<Proto.ListingState>("listing-state",
            ("I kö", "Queued"), ("Kommande", "Accepted"), ("Gäller", "Active"), ("Avslutad", "Ended")),
        CodeLists.Of<Proto.ListingKind>("listing-kind",
            ("Eget val", "Own choice"), ("Tilldelad", "Assigned"), ("Nyfödd", "Newborn"), ("Inflyttad", "Moved in"),
            ("Flyttad av regionen", "Transferred"), ("Utomläns", "Out of region"), ("Boende (SÄBO)", "Institution")),
        CodeLists.Of<Proto.ChangeReason>("change-reason",
            ("Eget önskemål", "Own wish"), ("Flytt", "Relocation"), ("Mottagningen stängde", "Provider closed"),
            ("Mottagningar slogs samman", "Unit merged"), ("Fel vid listningstak", "Ceiling error"),
            ("Särskilda skäl", "Special reasons")),
        CodeLists.Of<Proto.ListingEndReason>("listing-end-reason",
            ("Valt annan mottagning", "Relisted"), ("Utflyttad", "Moved out"), ("Avliden", "Deceased"),
            ("Mottagningen stängde", "Provider closed"), ("Avtalet upphörde", "Contract ended"),
            ("Rättelse", "Error correction"), ("Skyddade personuppgifter", "Protected identity"),
            ("Återtagen", "Withdrawn"), ("Åldersgränsen passerad", "Aged out")),
    ];
}
