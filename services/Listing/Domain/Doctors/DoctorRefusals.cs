using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Doctors;

/// <summary>Every rule of doctors that can say no. The README lists the codes.</summary>
internal static class DoctorRefusals
{
    public static RuleViolation OnlyInPrimaryCare() => new("doctor-only-in-primary-care", new(
        "Fast läkarkontakt väljs bara där personen är listad för primärvård.",
        "A doctor is chosen only where the person is listed for primary care."));

    public static RuleViolation Unknown() => new("doctor-unknown", new(
        "Läkaren finns inte på mottagningen.", "There is no such doctor at the clinic."));

    public static RuleViolation Left() => new("doctor-left", new(
        "Läkaren har slutat på mottagningen, eller slutar innan valet börjar gälla.",
        "The doctor has left the clinic, or leaves before the choice takes effect."));

    public static RuleViolation TakesNoMore() => new("doctor-takes-no-more", new(
        "Läkaren tar inte emot fler personer. Välj en annan läkare.",
        "The doctor takes no more people. Choose another."));
}
