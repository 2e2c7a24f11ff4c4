using NaraVard.Api.V1;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>Names for people of capitation's coded values.</summary>
internal static class CapitationCodes
{
    private static readonly (string Sv, string En)[] Areas =
    [
        ("Hälsofrämjande", "Health promotion"), ("Vård och behandling", "Care and treatment"),
        ("Rehabilitering och habilitering", "Rehabilitation and habilitation"), ("Läkemedel", "Medicines"),
        ("Kvalitet och patientsäkerhet", "Quality and patient safety"), ("Tillgänglighet", "Accessibility"),
        ("Intyg", "Certificates"), ("Diagnostik och medicinsk service", "Diagnostics and medical services"),
        ("Smittskydd", "Infection control"), ("Samhällsmedicinskt ansvar", "Community medicine"),
        ("Krisberedskap", "Crisis preparedness"), ("Samarbete", "Collaboration"),
        ("Samverkan vid utskrivning och SIP", "Discharge and SIP"), ("Undervisning", "Teaching"),
        ("Forskning och utveckling", "Research and development"),
        ("Kompetens och bemanning", "Competence and staffing"), ("Allmänna villkor", "General terms"),
        ("Arbetsgivaransvar", "Employer's responsibility"), ("Lokaler och utrustning", "Premises and equipment"),
        ("Digitalisering", "Digitalisation"), ("Remisshantering", "Referrals"), ("Listning", "Listing"),
        ("Personcentrerat förhållningssätt", "Person-centred care"),
        ("Kontinuitet och samordning", "Continuity and coordination"), ("Administration", "Administration"),
        ("Revisionsintervall", "Time between examinations"), ("Bettkontroll", "Checks of the bite"),
        ("Akut tandvård", "Urgent dental care"),
        ("Samverkan med specialisttandvården", "Specialist dental care"),
    ];

    public static IEnumerable<CodeList> All =>
    [
        CodeLists.Of<Proto.ChoiceSystem>("choice-system",
            ("Hälsoval primärvård", "Primary care"), ("Hälsoval allmäntandvård", "Dental care of the young")),
        CodeLists.Of<Proto.PackageState>("package-state", ("Utkast", "Draft"), ("Beslutat", "Published")),
        CodeLists.Of<Proto.RequirementArea>("requirement-area", Areas),
        CodeLists.Of<Proto.AssignmentPart>("assignment-part",
            ("Grundläggande förutsättningar", "Basic conditions"),
            ("Primärvårdens uppdrag", "Primary care's task")),
        CodeLists.Of<Proto.Fulfilment>("fulfilment",
            ("Uppfylls", "Met"), ("Uppfylls delvis", "Partly met"), ("Uppfylls inte", "Not met")),
        CodeLists.Of<Proto.UnitOwner>("unit-owner",
            ("Regionens egen enhet", "The region's own"), ("Privat enhet", "Private"),
            ("Folktandvården", "Public dental care")),
        CodeLists.Of<Proto.PricePeriod>("price-period", ("Månad", "Month"), ("År", "Year")),
        CodeLists.Of<Proto.AgeKind>("age-kind",
            ("Fyllda år på dagen", "Whole years on the day"), ("Ålder som fylls under året", "Turning in the year")),
        CodeLists.Of<Proto.LegalSex>("legal-sex", ("Kvinna", "Female"), ("Man", "Male")),
        CodeLists.Of<Proto.VisitRelation>("visit-relation",
            ("Listad på enheten", "Listed here"), ("Listad på annan enhet", "Listed elsewhere"),
            ("Olistad", "Unlisted"), ("Utomlänspatient", "Out of region")),
        CodeLists.Of<Proto.ListingDay>("listing-day",
            ("Sista dagen i månaden före", "Last day of the month before"),
            ("Månadens sista dag", "Last day of the month")),
        CodeLists.Of<Proto.RunState>("run-state",
            ("Beräknad", "Computed"), ("Signerad", "Final")),
        CodeLists.Of<Proto.RowOutcome>("row-outcome",
            ("Sparad", "Kept"), ("Oförändrad", "Same"), ("Nekad", "Refused")),
    ];

    /// <summary>What people call an area.</summary>
    public static (string Sv, string En) NameOf(RequirementArea area) => Areas[(int)area - 1];
}
