namespace NaraVard.Handoff.Domain;

/// <summary>Why a handoff was closed.</summary>
internal enum EndReason
{
    Completed = 1,
    ConsentWithdrawn = 2,
    Admitted = 3,
    Left = 4,
    Deceased = 5,
}
