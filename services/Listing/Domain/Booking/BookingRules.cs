using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>Whether a time may be booked for a person (DOMAIN DA15). Pure: the facts are given.</summary>
internal static class BookingRules
{
    /// <summary>Everything that hinders the booking; empty when it may be made if the time is free.</summary>
    public static IReadOnlyList<RuleViolation> Obstacles(BookingRequest request, BookingFacts facts) =>
        [.. OfPerson(request, facts).Concat(OfTime(facts)).OfType<RuleViolation>()];

    private static IEnumerable<RuleViolation?> OfPerson(BookingRequest request, BookingFacts facts)
    {
        if (facts.Person is not { } person)
            yield return Refusals.PersonUnknown();
        else if (person.Deceased is not null)
            yield return Refusals.PersonDeceased();
        else
            yield return GuardianRules.Obstacle(
                request.Guardians, person, facts.Guardians, StockholmTime.DayOf(facts.Now));
    }

    private static IEnumerable<RuleViolation> OfTime(BookingFacts facts)
    {
        if (facts.Time.WithdrawnAt is not null)
            yield return BookingRefusals.TimeWithdrawn();
        if (facts.Now >= facts.Time.StartsAt)
            yield return BookingRefusals.TimePassed();
        if (facts.IsClinicClosed)
            yield return Refusals.ClinicClosed();
        if (facts.Time.IsForListed && !facts.IsListed)
            yield return BookingRefusals.TimeForListed();
        if (facts.IsBusy)
            yield return BookingRefusals.PersonBusy();
    }
}
