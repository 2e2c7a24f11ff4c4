namespace NaraVard.Listing.Domain.Doctors;

/// <summary>
/// A person's fast läkarkontakt: a doctor of the clinic where the person is listed, or will be when a place is free
/// (PL 6:3). It goes with the listing, and is over when that is, or when the doctor has gone, whatever is written here.
/// </summary>
internal sealed class DoctorContact
{
    public DoctorContact(Guid listing, Doctor doctor, DateOnly from)
    {
        (ListingId, Clinic, Doctor, From) = (listing, doctor.Clinic, doctor.Id, from);
        Follow(doctor, from);
    }

    private DoctorContact()
    {
    }

    /// <summary>Later is greater.</summary>
    public long Id { get; private set; }

    /// <summary>The listing, or the place in a queue that becomes one with the same id.</summary>
    public Guid ListingId { get; private set; }

    /// <summary>HSA-id of the clinic.</summary>
    public string Clinic { get; private set; } = "";

    /// <summary>HSA-id of the doctor.</summary>
    public string Doctor { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The first day on which it is over; null while no end is set.</summary>
    public DateOnly? Until { get; private set; }

    public DoctorEndReason? EndReason { get; private set; }

    /// <summary>Whether it is over on the day, or ended before it began.</summary>
    public bool IsOverOn(DateOnly day) => Until <= day || Until <= From;

    /// <summary>The listing that it went with turned out to be the same as another, at the same clinic.</summary>
    public void BelongsTo(Guid listing) => ListingId = listing;

    /// <summary>
    /// Over from this day on, or never begun when that is not after the first. Of one that is over by then only the
    /// reason is another.
    /// </summary>
    public void End(DateOnly day, DoctorEndReason reason)
    {
        if (!IsOverOn(day))
            Until = day < From ? From : day;
        EndReason = reason;
    }

    /// <summary>
    /// Ends when the doctor goes, and goes on when the doctor stays after all; false when that is known. What is over
    /// is left as it is, and so is what the person has ended.
    /// </summary>
    public bool Follow(Doctor doctor, DateOnly today)
    {
        var until = doctor.GoneFrom < From ? From : doctor.GoneFrom;
        if (IsOverOn(today) || EndReason is not (null or DoctorEndReason.DoctorLeft) || until == Until)
            return false;
        (Until, EndReason) = (until, until is null ? null : DoctorEndReason.DoctorLeft);
        return true;
    }
}
