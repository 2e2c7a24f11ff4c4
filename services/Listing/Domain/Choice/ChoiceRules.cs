using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>Whether a choice of clinic may be made (DOMAIN B2.1–B2.5). Pure: the facts are given.</summary>
internal static class ChoiceRules
{
    /// <summary>Everything that hinders the choice; empty when it may be made.</summary>
    public static IReadOnlyList<RuleViolation> Obstacles(ChoiceRequest request, ChoiceFacts facts) =>
    [
        .. OfPerson(request, facts),
        .. OfClinic(facts),
        .. OfChange(request, facts),
        .. OfDoctor(request, facts),
    ];

    /// <summary>Whether the choice is one of the counted changes of the year.</summary>
    public static bool IsCountedChange(ChoiceRequest request, ChoiceFacts facts) =>
        facts.Policy.Changes.Counts(facts.Book.Latest, request.Clinic, request.Reason);

    /// <summary>Whether the clinic's ceiling does not count it, by kind, age or family at the same address.</summary>
    public static bool IsExempt(ChoiceRequest request, ChoiceFacts facts) => facts.Policy.Ceilings.Exempts(
        request.Kind, facts.Person!.AgeOn(facts.From),
        facts.FamilyThere.Any(one => one.LivesWith(facts.Person.Dwelling)));

    /// <summary>Whether the person left the clinic so lately that nobody need be waited for.</summary>
    public static bool MayReturn(ChoiceRequest request, ChoiceFacts facts) =>
        facts.Policy.Queues.ReturnDays > 0 && facts.Book.All.Any(one =>
            one.Clinic == request.Clinic && one.Until > one.From
            && one.Until >= facts.Today.AddDays(-facts.Policy.Queues.ReturnDays));

    private static IEnumerable<RuleViolation> OfPerson(ChoiceRequest request, ChoiceFacts facts)
    {
        if (facts.Person is not { } person)
            return [Refusals.PersonUnknown()];
        if (person.Deceased <= facts.From)
            return [Refusals.PersonDeceased()];
        return OfResident(request, facts, person).OfType<RuleViolation>();
    }

    private static IEnumerable<RuleViolation?> OfResident(
        ChoiceRequest request, ChoiceFacts facts, PersonFacts person)
    {
        if (person.MovedOut <= facts.From && request.Kind != ListingKind.OutOfRegion)
            yield return Refusals.PersonMovedOut();
        if (!facts.Policy.AllowsAge(request.Type, person.Birth, facts.From, request.HasTransitionalTreatment))
            yield return Refusals.WrongAge();
        yield return GuardianRules.Obstacle(
            request.Guardians, person, facts.Policy.Guardians[request.Type], facts.Today);
    }

    private static IEnumerable<RuleViolation> OfClinic(ChoiceFacts facts)
    {
        if (facts.Clinic is not { } clinic)
            yield return Refusals.ClinicUnknown();
        else if (clinic.IsClosed)
            yield return Refusals.ClinicClosed();
        else if (!clinic.HasAgreement)
            yield return clinic.HadAgreement ? Refusals.ContractExpired() : Refusals.NotOffered();
    }

    private static IEnumerable<RuleViolation> OfChange(ChoiceRequest request, ChoiceFacts facts)
    {
        if (request.Reason != ChangeReason.OwnWish && !request.IsByStaff)
            yield return Refusals.ExceptionNeedsStaff();
        if (facts.Book.Latest is { } latest && latest.Clinic == request.Clinic)
            yield return Refusals.AlreadyListed();
        if (facts.Waiting.Any(place => place.Clinic == request.Clinic))
            yield return Refusals.AlreadyQueued();
        if (IsCountedChange(request, facts) && !facts.Policy.Changes.Allows(Changes(facts), facts.Today))
            yield return Refusals.TooManyChanges(facts.Policy.Changes.ChangesMax);
    }

    private static IEnumerable<RuleViolation> OfDoctor(ChoiceRequest request, ChoiceFacts facts)
    {
        if (request.Doctor is null)
            return [];
        var obstacle = DoctorRules.Obstacle(request.Type, ListingState.Requested)
            ?? DoctorRules.Obstacle(facts.Doctor, facts.From);
        return obstacle is null ? [] : [obstacle];
    }

    /// <summary>The days of the counted changes; what waits in a queue will be one.</summary>
    private static IEnumerable<DateOnly> Changes(ChoiceFacts facts) => facts.Book.All
        .Where(one => one.IsCountedChange).Select(one => one.RequestedOn)
        .Concat(facts.Waiting.Where(place => place.IsCountedChange).Select(place => place.RequestedOn));
}
