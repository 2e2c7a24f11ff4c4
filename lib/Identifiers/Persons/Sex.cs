namespace NaraVard.Identifiers.Persons;

/// <summary>
/// The legal sex that a national number tells. It is a property of the number, not of the person's body or wishes,
/// and a number that does not tell it gives no value at all.
/// </summary>
public enum Sex
{
    /// <summary>The sex digit is even (or the issuer's letter says so).</summary>
    Female = 1,

    /// <summary>The sex digit is odd (or the issuer's letter says so).</summary>
    Male = 2,
}
