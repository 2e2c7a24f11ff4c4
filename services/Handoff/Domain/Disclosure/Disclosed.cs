namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>
/// All that the ER disclosed with the person's consent. Stored sealed as one, and erased as one when the consent is
/// withdrawn, so that no part can be left behind.
/// </summary>
internal sealed record Disclosed(
    PersonDetails Person, Consent Consent, Need Need, Contact? NextOfKin, Contact? ErContact)
{
    /// <summary>Never the content: a log line or an exception may not carry it.</summary>
    public override string ToString() => nameof(Disclosed);
}
