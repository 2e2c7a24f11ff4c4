using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Dental;

/// <summary>
/// A person's examination by a dentist, and the risk that was found: the greater of the two diseases'.
/// </summary>
internal sealed record Examination(PersonKey Person, DateOnly On, RiskGroup Risk)
{
    public static Examination Of(PersonKey person, DateOnly on, RiskGroup caries, RiskGroup periodontal) =>
        new(person, on, caries > periodontal ? caries : periodontal);
}
