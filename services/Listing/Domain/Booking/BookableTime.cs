using NaraVard.Identifiers;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>A time that a clinic has published. It never changes but for being withdrawn.</summary>
internal sealed class BookableTime
{
    public BookableTime(TimeOffer offer, HsaId clinic, string region, int eveningFromHour)
    {
        (Id, Clinic, Region, StartsAt, Minutes) = (offer.Id, clinic, region, offer.StartsAt, offer.Minutes);
        (Resource, Profession, Form, Errand) = (offer.Resource, offer.Profession, offer.Form, offer.Errand);
        (IsForListed, Day) = (offer.IsForListed, StockholmTime.DayOf(offer.StartsAt));
        Part = WeekParts.Of(offer.StartsAt, eveningFromHour);
    }

    private BookableTime()
    {
    }

    /// <summary>Chosen by the caller.</summary>
    public Guid Id { get; private set; }

    public HsaId Clinic { get; private set; }

    /// <summary>County code of the region.</summary>
    public string Region { get; private set; } = "";

    public DateTimeOffset StartsAt { get; private set; }

    public int Minutes { get; private set; }

    public string Resource { get; private set; } = "";

    public Profession Profession { get; private set; }

    public ContactForm Form { get; private set; }

    public Errand Errand { get; private set; }

    public bool IsForListed { get; private set; }

    /// <summary>The calendar day in Sweden.</summary>
    public DateOnly Day { get; private set; }

    public WeekPart Part { get; private set; }

    /// <summary>Null while it is offered.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>As it was offered.</summary>
    public TimeOffer Offer => new(Id, StartsAt, Minutes, Resource, Profession, Form, Errand, IsForListed);

    /// <summary>Nobody can book it from now on.</summary>
    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
