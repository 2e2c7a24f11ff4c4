using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Domain;

/// <summary>What an ER asks for, parsed. Nothing is stored until <see cref="Obstacle"/> has nothing to say.</summary>
/// <param name="Id">Chosen by the sender.</param>
/// <param name="Digest">Of the whole request, so that the same id with other content is noticed.</param>
internal sealed record HandoffRequest(
    Guid Id,
    byte[] Digest,
    PersonKey Person,
    int? AgeYears,
    bool IsUnderCompulsoryCare,
    Disclosed Disclosed,
    string KommunCode,
    ErUnit Er,
    string ErReference)
{
    /// <summary>Adult from the 18th birthday (föräldrabalken 9:1, SoL 1:2).</summary>
    private const int AdultAgeYears = 18;

    /// <summary>
    /// Why this person is not handed off; null when nothing hinders. Consent comes first: without it nothing more may
    /// be said (DOMAIN B9.1, E1). An unknown age is not a child: samordningsnummer without a birth date are adults'
    /// cases.
    /// </summary>
    public RuleViolation? Obstacle() => this switch
    {
        { Disclosed.Consent.Given: false } => Refusals.ConsentMissing(),
        { AgeYears: < AdultAgeYears } => Refusals.PersonIsChild(),
        { IsUnderCompulsoryCare: true } => Refusals.CompulsoryCare(),
        { Disclosed.Need.Triage: TriageColour.Red } => Refusals.TriageRed(),
        _ => null,
    };
}
