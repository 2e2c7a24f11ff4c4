using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Doctors;

/// <summary>Whether somebody may choose a doctor. How many the doctor has already is no hindrance.</summary>
internal static class DoctorRules
{
    /// <summary>The day from which the doctor is the person's.</summary>
    public static DateOnly From(Doctor doctor, DateOnly day) => doctor.FirstDay > day ? doctor.FirstDay : day;

    /// <summary>Why no doctor can be chosen with this at all; null when one can.</summary>
    public static RuleViolation? Obstacle(ListingType type, ListingState state) =>
        state == ListingState.Ended ? Refusals.ListingEnded()
        : type != ListingType.PrimaryCare ? DoctorRefusals.OnlyInPrimaryCare()
        : null;

    /// <summary>
    /// Why this doctor of the clinic, null when there is none with the id, cannot be chosen from a day on; null when
    /// the choice may be made.
    /// </summary>
    public static RuleViolation? Obstacle(Doctor? doctor, DateOnly from) =>
        doctor is null ? DoctorRefusals.Unknown()
        : doctor.LastDay < From(doctor, from) ? DoctorRefusals.Left()
        : doctor.TakesNew ? null
        : DoctorRefusals.TakesNoMore();
}
