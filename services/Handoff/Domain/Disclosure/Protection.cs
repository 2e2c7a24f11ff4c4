namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>Whether the person's identity is protected (DOMAIN B8.6). Unknown is treated as protected.</summary>
internal enum Protection
{
    None = 1,
    SecrecyMarking = 2,
    ProtectedRegistration = 3,
    Unknown = 4,
}
