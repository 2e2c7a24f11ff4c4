using NaraVard.Api.V1;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Booking.Wire;

/// <summary>Names for people of the coded values of booking. A value without a name fails a test.</summary>
internal static class BookingCodes
{
    public static IEnumerable<CodeList> All =>
    [
        CodeLists.Of<Proto.Profession>("profession",
            ("Läkare", "Doctor"), ("Distriktssköterska", "District nurse"), ("Sjuksköterska", "Nurse"),
            ("Fysioterapeut", "Physiotherapist"), ("Arbetsterapeut", "Occupational therapist"),
            ("Psykolog", "Psychologist"), ("Kurator", "Counsellor"), ("Barnmorska", "Midwife"),
            ("Dietist", "Dietitian"), ("Tandläkare", "Dentist"), ("Tandhygienist", "Dental hygienist")),
        CodeLists.Of<Proto.ContactForm>("contact-form",
            ("Besök", "Visit"), ("Telefon", "Telephone"), ("Video", "Video"), ("Hembesök", "Home visit")),
        CodeLists.Of<Proto.Errand>("errand",
            ("Nytt eller förändrat hälsoproblem", "New or changed problem"), ("Planerad återkontroll", "Recheck"),
            ("Vaccination", "Vaccination"), ("Provtagning", "Sampling"), ("Barnhälsovård", "Child health"),
            ("Graviditet, preventivmedel och cellprov", "Pregnancy, contraception and screening"),
            ("Intyg", "Certificate"), ("Tandvård", "Dental care")),
        CodeLists.Of<Proto.WeekPart>("week-part",
            ("Dagtid vardag", "Daytime Monday to Friday"), ("Kväll vardag", "Evening Monday to Friday"),
            ("Helg", "Weekend or holiday")),
        CodeLists.Of<Proto.CancelReason>("cancel-reason",
            ("Eget önskemål", "Own wish"), ("Mottagningen avbokade", "The clinic cancelled"),
            ("Ombokad", "Rebooked"), ("Avliden", "Deceased"), ("Mottagningen stängde", "The clinic closed")),
    ];
}
