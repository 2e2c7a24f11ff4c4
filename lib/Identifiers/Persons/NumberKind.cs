namespace NaraVard.Identifiers.Persons;

/// <summary>
/// Who gave a person the number, and with that how far it can be trusted to be the same person everywhere.
/// </summary>
public enum NumberKind
{
    /// <summary>Given by Skatteverket to everyone who is or has been registered in Sweden; one for life.</summary>
    Personnummer = 1,

    /// <summary>Given by Skatteverket to persons who are not and have not been registered in Sweden.</summary>
    Samordningsnummer = 2,

    /// <summary>
    /// Given by a region (or by the national service) when neither of the others is known.
    /// Unique only together with its issuer's OID, and replaced when the person's real number is found.
    /// </summary>
    Reservnummer = 3,
}
