namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>Somebody to reach.</summary>
internal sealed record Contact(string Name, string Phone, string Relation);
