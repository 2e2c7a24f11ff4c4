using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>Every rule of booking that can say no, beside those of choice. The README lists the codes.</summary>
internal static class BookingRefusals
{
    public static RuleViolation TimeWithdrawn() => new("time-withdrawn", new(
        "Mottagningen har dragit tillbaka tiden.", "The clinic has withdrawn the time."));

    public static RuleViolation TimePassed() => new("time-passed", new(
        "Tiden har redan börjat.", "The time has begun already."));

    public static RuleViolation TimeForListed() => new("time-for-listed", new(
        "Tiden är till för dem som är listade på mottagningen.",
        "The time is for those who are listed at the clinic."));

    public static RuleViolation PersonBusy() => new("person-busy", new(
        "Personen har redan en bokad tid som krockar.", "The person has a booked time already that overlaps."));

    public static Conflict TimeTaken() => new("time-taken", new(
        "Någon annan hann boka tiden. Välj en annan tid.", "Somebody else booked the time. Choose another."));

    public static Conflict IdTaken(Guid id) => new("booking-id-taken", new(
        "Det finns redan en bokning med detta id och annat innehåll.",
        "There is already a booking with this id and other content."), id.ToString());

    public static RuleViolation CancelledAlready() => new("cancelled-already", new(
        "Bokningen är redan avbokad.", "The booking has been cancelled already."));

    public static RuleViolation TooLateToCancel(int cancelHours) => new("too-late-to-cancel", new(
        $"Tiden kan avbokas senast {cancelHours} timmar före. Ring mottagningen.",
        $"The time can be cancelled at the latest {cancelHours} hours before. Call the clinic."));

    public static RuleViolation CancellingNeedsStaff() => new("cancelling-needs-staff", new(
        "Bara mottagningen och regionen kan avboka för mottagningens räkning.",
        "Only the clinic and the region can cancel for the clinic."));
}
