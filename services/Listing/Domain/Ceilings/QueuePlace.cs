using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Ceilings;

/// <summary>
/// A person's place in the queue to a full clinic. Arrival numbers are given while the clinic's load is held, so they
/// are the order in which the choices came. When a place is free it becomes a listing with the same id.
/// </summary>
internal sealed class QueuePlace : IEnrolment
{
    public QueuePlace(ListingEntry entry, long arrival)
    {
        (Id, Person, Type, Clinic, Region) = (entry.Id, entry.Person, entry.Type, entry.Clinic, entry.Region);
        (Reason, RequestedOn, RequestedAt) = (entry.Reason, entry.RequestedOn, entry.RequestedAt);
        (IsCountedChange, Digest) = (entry.IsCountedChange, entry.Digest);
        HasTransitionalTreatment = entry.HasTransitionalTreatment;
        (Arrival, Version) = (arrival, 1);
    }

    private QueuePlace()
    {
    }

    /// <summary>Chosen by the caller; the listing's id when a place is free.</summary>
    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public PersonKey Person { get; private set; }

    public ListingType Type { get; private set; }

    /// <summary>HSA-id.</summary>
    public string Clinic { get; private set; } = "";

    public string Region { get; private set; } = "";

    public ChangeReason Reason { get; private set; }

    public DateOnly RequestedOn { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public bool IsCountedChange { get; private set; }

    public bool HasTransitionalTreatment { get; private set; }

    public byte[] Digest { get; private set; } = [];

    /// <summary>Lower came earlier; unique in the clinic's queue.</summary>
    public long Arrival { get; private set; }

    /// <summary>Null while it waits.</summary>
    public DateOnly? EndedOn { get; private set; }

    public EndReason? EndReason { get; private set; }

    public ListingState State => EndedOn is null ? ListingState.Queued : ListingState.Ended;

    DateOnly IEnrolment.From => RequestedOn;

    ListingState IEnrolment.StateOn(DateOnly day) => State;

    /// <summary>Those of two people's places that wait in the same queue as another, which came before them.</summary>
    public static IReadOnlyList<QueuePlace> Later(IEnumerable<QueuePlace> one, IEnumerable<QueuePlace> other) =>
        [
            .. one.Concat(other).GroupBy(place => place.Clinic)
                .SelectMany(all => all.OrderBy(place => place.Arrival).Skip(1)),
        ];

    /// <summary>The one of two people's places in a clinic's queue that came before the others.</summary>
    public static QueuePlace? First(string clinic, IEnumerable<QueuePlace> one, IEnumerable<QueuePlace> other) =>
        one.Concat(other).Where(place => place.Clinic == clinic).MinBy(place => place.Arrival);

    /// <summary>The person has another key from now on.</summary>
    public void BelongsTo(PersonKey person)
    {
        Person = person;
        Version++;
    }

    public void DoctorChanged() => Version++;

    /// <summary>Out of the queue without a listing; false when it was out already.</summary>
    public bool End(DateOnly day, EndReason reason)
    {
        if (EndedOn is not null)
            return false;
        (EndedOn, EndReason) = (day, reason);
        Version++;
        return true;
    }

    /// <summary>What is listed when a place is free.</summary>
    public ListingEntry Entry => new()
    {
        Id = Id,
        Person = Person,
        Type = Type,
        Clinic = Clinic,
        Region = Region,
        Kind = ListingKind.Active,
        Reason = Reason,
        RequestedOn = RequestedOn,
        RequestedAt = RequestedAt,
        IsCountedChange = IsCountedChange,
        HasTransitionalTreatment = HasTransitionalTreatment,
        Digest = Digest,
    };
}
