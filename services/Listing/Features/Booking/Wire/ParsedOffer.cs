using NaraVard.Listing.Domain.Booking;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Booking.Wire;

/// <summary>Wire to domain: a time to publish.</summary>
internal static class ParsedOffer
{
    private const int ResourceMax = 60;

    private static readonly Text Minutes = new(
        $"Ange {TimeOffer.MinutesMin} till {TimeOffer.MinutesMax} minuter.",
        $"Give {TimeOffer.MinutesMin} to {TimeOffer.MinutesMax} minutes.");

    /// <summary>The time, and the first that is wrong with it.</summary>
    public static (TimeOffer Offer, Violation? Fault) Of(Proto.TimeRow row)
    {
        var faults = new Violations();
        var id = Coded.Id("timeId", row.TimeId, faults);
        if (row.StartsAt is null)
            faults.Add("startsAt", "required", Coded.Required);
        if (row.Minutes is < TimeOffer.MinutesMin or > TimeOffer.MinutesMax)
            faults.Add("minutes", "out-of-range", Minutes);
        var offer = new TimeOffer(
            id,
            Millisecond(row.StartsAt?.ToDateTimeOffset() ?? default),
            row.Minutes,
            faults.Required("resource", row.Resource, ResourceMax),
            Coded.Parse<Profession, Proto.Profession>("profession", row.Profession, faults),
            Coded.Parse<ContactForm, Proto.ContactForm>("form", row.Form, faults),
            Coded.Parse<Errand, Proto.Errand>("errand", row.Errand, faults),
            row.IsForListed);
        return (offer, faults.First);
    }

    // As the database keeps it, so that the same time again is the same.
    private static DateTimeOffset Millisecond(DateTimeOffset at) =>
        at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
}
