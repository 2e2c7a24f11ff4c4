namespace NaraVard.Identifiers;

/// <summary>
/// Why a text is not the identifier it should be. Never contains any part of the text, so that it can be logged and
/// shown.
/// </summary>
/// <param name="Code">Stable, kebab-case: programs may depend on it.</param>
/// <param name="Sv">A Swedish sentence for the person who typed it.</param>
/// <param name="En">The same in English.</param>
public sealed record IdentifierError(string Code, string Sv, string En)
{
    internal static readonly IdentifierError NumberMissing = new("national-number-missing",
        "Ange ett personnummer, samordningsnummer eller reservnummer.",
        "Give a personal, coordination or reserve number.");

    internal static readonly IdentifierError NumberLength = new("national-number-length",
        "Numret ska ha tio eller tolv tecken, med eller utan skiljetecken före de fyra sista.",
        "The number has ten or twelve characters, with or without a separator before the last four.");

    internal static readonly IdentifierError NumberCharacters = new("national-number-characters",
        "Numret innehåller tecken som inte får förekomma.",
        "The number has characters that cannot occur in it.");

    internal static readonly IdentifierError NumberSeparator = new("national-number-separator",
        "Plustecken används bara i tiosiffriga nummer för den som fyllt eller under året fyller 100.",
        "A plus sign is only used in ten-digit numbers, from the year in which the person turns 100.");

    internal static readonly IdentifierError NumberCentury = new("national-number-century",
        "Ange tolv siffror, eller skiljetecken: numret kan tillhöra ett barn eller en hundraåring.",
        "Give twelve digits, or the separator: the number may be a child's or a centenarian's.");

    internal static readonly IdentifierError NumberDate = new("national-number-date",
        "Numrets datum finns inte i kalendern.",
        "The date in the number does not exist.");

    internal static readonly IdentifierError NumberFuture = new("national-number-future",
        "Numrets datum har inte inträffat ännu.",
        "The date in the number has not come yet.");

    internal static readonly IdentifierError NumberSerial = new("national-number-serial",
        "Födelsenumret kan inte vara 000.",
        "The birth number cannot be 000.");

    internal static readonly IdentifierError NumberCheckDigit = new("national-number-check-digit",
        "Kontrollsiffran stämmer inte. Kontrollera numret.",
        "The check digit is wrong. Check the number.");

    internal static readonly IdentifierError ReservnummerUnknown = new("reservnummer-unknown",
        "Numret följer inget av de reservnummerformat som används här.",
        "The number follows none of the reserve number formats in use here.");

    internal static readonly IdentifierError ReservnummerAmbiguous = new("reservnummer-ambiguous",
        "Numret kan vara ett reservnummer från flera utfärdare. Det måste framgå vilken.",
        "The number may be a reserve number of several issuers. It must be said which.");

    internal static readonly IdentifierError HsaIdFormat = new("hsa-id-format",
        "HSA-id skrivs SE, tio siffror, bindestreck och bokstäver a–z eller siffror; högst 31 tecken.",
        "An HSA-id is SE, ten digits, a hyphen, and letters a–z or digits; at most 31 characters.");

    internal static readonly IdentifierError OrganisationNumberFormat = new("organisation-number-format",
        "Organisationsnummer har tio siffror, med eller utan bindestreck, och den tredje siffran är minst 2.",
        "An organisation number has ten digits, with or without a hyphen, and its third digit is at least 2.");

    internal static readonly IdentifierError OrganisationNumberCheckDigit = new("organisation-number-check-digit",
        "Organisationsnumrets kontrollsiffra stämmer inte.",
        "The check digit of the organisation number is wrong.");

    internal static readonly IdentifierError KommunUnknown = new("kommun-code-unknown",
        "Kommunkoden finns inte. Den har fyra siffror, till exempel 1780.",
        "There is no such kommun code. It has four digits, such as 1780.");

    internal static readonly IdentifierError LanUnknown = new("lan-code-unknown",
        "Länskoden finns inte. Den har två siffror, till exempel 17.",
        "There is no such county code. It has two digits, such as 17.");

    internal static readonly IdentifierError PostalCodeFormat = new("postal-code-format",
        "Postnummer har fem siffror och börjar inte med 0.",
        "A postal code has five digits and does not begin with 0.");
}
