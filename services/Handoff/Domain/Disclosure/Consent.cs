namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>Who asked the person, when, whom the yes covers and who spoke for the person (OSL 10:1, 12:2).</summary>
internal sealed record Consent(
    bool Given, string AskedBy, DateTimeOffset AskedAt, ConsentScope Scope, Contact? Representative);
