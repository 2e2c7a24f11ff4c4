namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>
/// The ER's RETTS colour, taken over and never computed (the method belongs to its owner; DOMAIN B9.2).
/// </summary>
internal enum TriageColour
{
    Red = 1,
    Orange = 2,
    Yellow = 3,
    Green = 4,
    Blue = 5,
}
