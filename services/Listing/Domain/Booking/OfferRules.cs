using NaraVard.Listing.Domain.Clinics;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>Whether a clinic may offer a time. Pure: the facts are given.</summary>
internal static class OfferRules
{
    private static readonly Text Passed = new("Tiden har redan varit.", "The time has passed.");

    private static readonly Text Closed = new(
        "Mottagningen är stängd för gott den dagen.", "The clinic is closed for good on that day.");

    private static readonly Text OutsideAgreement = new(
        "Mottagningen har inget avtal för den vården den dagen.",
        "The clinic has no contract for that care on that day.");

    private static readonly Text Overlapping = new(
        "Tiden krockar med en annan i samma kalender.", "The time overlaps another in the same calendar.");

    /// <summary>The first reason why it may not be offered; null when it may.</summary>
    /// <param name="others">The times of the same resource that are offered already.</param>
    public static Violation? Obstacle(
        TimeOffer offer, Clinic clinic, IEnumerable<TimeOffer> others, DateTimeOffset now, int aheadDaysMax)
    {
        var day = StockholmTime.DayOf(offer.StartsAt);
        return offer.StartsAt <= now ? new("startsAt", "time-passed", Passed)
            : offer.StartsAt > now.AddDays(aheadDaysMax) ? new("startsAt", "too-far-ahead", TooFar(aheadDaysMax))
            : clinic.IsClosedOn(day) ? new("startsAt", "clinic-closed", Closed)
            : !clinic.HasAgreement(offer.Care, day) ? new("startsAt", "outside-agreement", OutsideAgreement)
            : others.Any(offer.Overlaps) ? new("startsAt", "time-overlaps", Overlapping)
            : null;
    }

    private static Text TooFar(int aheadDaysMax) => new(
        $"Tider läggs ut högst {aheadDaysMax} dagar i förväg.",
        $"Times are published at most {aheadDaysMax} days ahead.");
}
