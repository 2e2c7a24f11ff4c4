using NaraVard.Api.V1;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Names for people of every coded value of persons and clinics.</summary>
internal static class RegisterCodes
{
    public static IEnumerable<CodeList> All =>
    [
        CodeLists.Of<Proto.Sex>("sex", ("Kvinna", "Female"), ("Man", "Male")),
        CodeLists.Of<Proto.Protection>("protection",
            ("Inga skyddade personuppgifter", "Not protected"), ("Sekretessmarkering", "Secrecy marking"),
            ("Skyddad folkbokföring", "Protected registration"),
            ("Okänt, behandlas som skyddat", "Unknown, as protected")),
        CodeLists.Of<Proto.SocialFact>("social-fact",
            ("Ensamboende", "Lives alone"), ("Född utomlands", "Born abroad"), ("Arbetslös", "Unemployed"),
            ("Ensam förälder", "Single parent"), ("Låg utbildning", "Low education")),
        CodeLists.Of<Proto.TextEncoding>("text-encoding",
            ("UTF-8", "UTF-8"), ("UTF-8 med BOM", "UTF-8 with BOM"), ("Latin-1", "Latin-1")),
        CodeLists.Of<Proto.OwnerForm>("owner-form", ("Egen regi", "Own"), ("Privat", "Private")),
        CodeLists.Of<Proto.ClinicKind>("clinic-kind",
            ("Hälsocentral", "Health centre"), ("Sjukstuga", "Cottage hospital"), ("Folktandvård", "Public dental"),
            ("Privat mottagning", "Private clinic")),
        CodeLists.Of<Proto.ClinicOffering>("clinic-offering",
            ("Barnavårdscentral", "Child health"), ("Barnmorskemottagning", "Midwife"),
            ("Lättakut", "Urgent without a booked time"), ("Öppen mottagning", "Open reception"),
            ("Distriktssköterska", "District nurse"), ("Vaccination", "Vaccination"),
            ("Rehabilitering", "Rehabilitation"), ("Psykisk hälsa", "Mental health"), ("Hembesök", "Home visits"),
            ("Provtagning", "Laboratory"), ("Digitala besök", "Digital visits"), ("Tandvård", "Dentistry"),
            ("Akut tandvård", "Urgent dentistry"), ("Tandreglering", "Orthodontics")),
        CodeLists.Of<Proto.ClosureReason>("closure-reason",
            ("Avtalet har upphört", "Contract ended"), ("Ägaren stänger", "Owner closes"),
            ("Sammanslagen", "Merged"), ("Konkurs", "Bankruptcy")),
        CodeLists.Of<Proto.DistanceMetric>("distance-metric", ("Fågelvägen", "Great circle"), ("På väg", "By road")),
        CodeLists.Of<Proto.ListingType>("listing-type",
            ("Primärvård", "Primary care"), ("Barnhälsovård", "Child health care"), ("Tandvård", "Dental care")),
    ];
}
