using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>
/// One person listed at one clinic for one type of care, from a first day until the day it ends. What it is on a day
/// follows from its days: nobody has to do anything at midnight.
/// </summary>
internal sealed class PersonListing : IEnrolment
{
    public PersonListing(ListingEntry entry, DateOnly from)
    {
        (Id, Person, Type, Clinic, Region) = (entry.Id, entry.Person, entry.Type, entry.Clinic, entry.Region);
        (Kind, Reason, RequestedOn, RequestedAt) = (entry.Kind, entry.Reason, entry.RequestedOn, entry.RequestedAt);
        (IsCountedChange, IsExempt, Digest) = (entry.IsCountedChange, entry.IsExempt, entry.Digest);
        (AssignedBecause, HasTransitionalTreatment) = (entry.AssignedBecause, entry.HasTransitionalTreatment);
        (From, Version) = (from, 1);
    }

    private PersonListing()
    {
    }

    /// <summary>Chosen by the caller.</summary>
    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public PersonKey Person { get; private set; }

    public ListingType Type { get; private set; }

    /// <summary>HSA-id.</summary>
    public string Clinic { get; private set; } = "";

    /// <summary>County code of the region that keeps the list.</summary>
    public string Region { get; private set; } = "";

    public ListingKind Kind { get; private set; }

    public ChangeReason Reason { get; private set; }

    /// <summary>Why this clinic was assigned; null when it was chosen.</summary>
    public string? AssignedBecause { get; private set; }

    public DateOnly RequestedOn { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Whether it is one of the two changes a year.</summary>
    public bool IsCountedChange { get; private set; }

    /// <summary>Whether the clinic's ceiling does not count it.</summary>
    public bool IsExempt { get; private set; }

    /// <summary>
    /// Whether treatment goes on that was begun, or decided to be free, under older rules on age (lag 2024:1099).
    /// </summary>
    public bool HasTransitionalTreatment { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The first day on which it is over; null while no end is set.</summary>
    public DateOnly? Until { get; private set; }

    public EndReason? EndReason { get; private set; }

    /// <summary>Of the request, so that a repeated one is told from another under the same id.</summary>
    public byte[] Digest { get; private set; } = [];

    public ListingState StateOn(DateOnly day) =>
        Until <= day || Until <= From ? ListingState.Ended
        : From > day ? ListingState.Accepted
        : ListingState.Active;

    /// <summary>The person has another key from now on.</summary>
    public void BelongsTo(PersonKey person)
    {
        Person = person;
        Version++;
    }

    public void DoctorChanged() => Version++;

    /// <summary>
    /// Over from this day on, or never begun when that is not after the first. One that is over by then stays as it
    /// was; false says so.
    /// </summary>
    public bool End(DateOnly day, EndReason reason)
    {
        if (Until <= day)
            return false;
        (Until, EndReason) = (day < From ? From : day, reason);
        Version++;
        return true;
    }
}
