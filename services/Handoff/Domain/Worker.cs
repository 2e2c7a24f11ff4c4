namespace NaraVard.Handoff.Domain;

/// <summary>Somebody at a kommun's desk.</summary>
internal sealed record Worker(string HsaId, string Name);
