using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>A person's booking of a time. A cancelled one is kept, and leaves the time free.</summary>
internal sealed class BookedTime
{
    public BookedTime(Guid id, BookableTime time, PersonKey person, DateTimeOffset now, byte[] digest) =>
        (Id, Version, Time, TimeId, Person, BookedAt, Digest) = (id, 1, time, time.Id, person, now, digest);

    private BookedTime()
    {
    }

    /// <summary>Chosen by the caller.</summary>
    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public BookableTime Time { get; private set; } = null!;

    public Guid TimeId { get; private set; }

    public PersonKey Person { get; private set; }

    public DateTimeOffset BookedAt { get; private set; }

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    public CancelReason? CancelReason { get; private set; }

    /// <summary>Of the request, so that a repeated one is told from another under the same id.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>The first moment at which the person may no longer cancel it.</summary>
    public DateTimeOffset CancelUntil(int cancelHours) => Time.StartsAt.AddHours(-cancelHours);

    /// <summary>Why it cannot be cancelled by those who ask; null when it can. Staff may until it begins.</summary>
    public RuleViolation? CancelObstacle(DateTimeOffset now, bool isByStaff, int cancelHours) =>
        CancelledAt is not null ? BookingRefusals.CancelledAlready()
        : now >= Time.StartsAt ? BookingRefusals.TimePassed()
        : !isByStaff && now >= CancelUntil(cancelHours) ? BookingRefusals.TooLateToCancel(cancelHours)
        : null;

    public void Cancel(CancelReason reason, DateTimeOffset now)
    {
        (CancelledAt, CancelReason) = (now, reason);
        Version++;
    }
}
