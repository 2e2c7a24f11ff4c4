namespace NaraVard.Identifiers.Persons;

/// <summary>What a number is unique within, and how others name that.</summary>
internal sealed record NumberSystem(NumberKind Kind, string Oid, string FhirSystem, ReservnummerScheme? Scheme = null)
{
    private const string Fhir = "http://electronichealth.se/identifier/";

    public static readonly NumberSystem Personnummer =
        new(NumberKind.Personnummer, "1.2.752.129.2.1.3.1", Fhir + "personnummer");

    public static readonly NumberSystem Samordningsnummer =
        new(NumberKind.Samordningsnummer, "1.2.752.129.2.1.3.3", Fhir + "samordningsnummer");

    /// <summary>
    /// HL7 Sweden's base profiles name the national reserve number by address and the regions' by OID.
    /// </summary>
    public static NumberSystem Reserve(string oid, ReservnummerScheme scheme) => new(NumberKind.Reservnummer, oid,
        oid == "1.2.752.74.9.1" ? Fhir + "nationelltReservnummer" : "urn:oid:" + oid, scheme);
}
