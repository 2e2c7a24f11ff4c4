using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Dental;

/// <summary>What an examination cannot say.</summary>
internal static class ExaminationRules
{
    /// <summary>All that hinders an examination of the day from being recorded; empty when nothing does.</summary>
    /// <param name="person">Null when the register has nobody with the number.</param>
    /// <param name="clinic">Where it was made, as it is today; null when there is none with the id.</param>
    /// <param name="on">The day.</param>
    public static IReadOnlyList<RuleViolation> Obstacles(PersonFacts? person, ClinicFacts? clinic, DateOnly on)
    {
        var obstacles = new List<RuleViolation>();
        if (person is null)
            obstacles.Add(Refusals.PersonUnknown());
        else if (OfDay(person, on) is { } impossible)
            obstacles.Add(impossible);
        if (clinic is null)
            obstacles.Add(Refusals.ClinicUnknown());
        else if (!clinic.HadAgreement)
            obstacles.Add(Refusals.NotOffered());
        return obstacles;
    }

    /// <summary>Why the person cannot have been examined on the day; null when that may be.</summary>
    public static RuleViolation? OfDay(PersonFacts person, DateOnly on) =>
        on < person.Birth ? PersonRefusals.BeforeBirth()
        : on > person.Deceased ? Refusals.PersonDeceased()
        : null;

    public static RuleViolation Nullified() => new("examination-nullified", new Text(
        "Undersökningen är makulerad. Registrera en ny i stället.",
        "The examination is nullified. Record a new one instead."));
}
