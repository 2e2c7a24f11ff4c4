namespace NaraVard.Platform.Access;

/// <summary>What is done with a person's data, in the words that the national log service takes.</summary>
public enum Activity
{
    /// <summary>Läsa.</summary>
    Read,

    /// <summary>Skriva.</summary>
    Write,

    /// <summary>Signera.</summary>
    Sign,

    /// <summary>Utskrift.</summary>
    Print,

    /// <summary>Vidimera.</summary>
    Attest,

    /// <summary>Radera.</summary>
    Delete,

    /// <summary>Nödöppning: opened in an emergency, with a reason.</summary>
    EmergencyOpen,
}
