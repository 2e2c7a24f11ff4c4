namespace NaraVard.Handoff.Domain;

/// <summary>The emergency room that asks: its organisation (<c>region:17</c>) and the HSA-id of the unit.</summary>
internal sealed record ErUnit(string Organisation, string HsaId);
