using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Persons;

/// <summary>Every rule of the register that can say no. The README lists the codes.</summary>
internal static class PersonRefusals
{
    public static Conflict Registered() => new("person-registered", new(
        "Det finns redan en person med det numret och andra uppgifter.",
        "There is already a person with this number and other content."));

    public static RuleViolation Deceased() => No(
        "person-deceased",
        "Personen är registrerad som avliden. Inget har ändrats.",
        "The person is registered as deceased. Nothing was changed.");

    public static RuleViolation BeforeBirth() => No(
        "before-birth",
        "Dagen ligger före personens födelse.",
        "The day is before the person's birth.");

    public static RuleViolation OlderThanKnown() => No(
        "older-than-known",
        "Registret har en senare uppgift om var personen bor.",
        "The register has a later word on where the person lives.");

    public static RuleViolation NumberNotTemporary() => No(
        "number-not-temporary",
        "Bara ett reservnummer, eller ett samordningsnummer som blir personnummer, kan ersättas.",
        "Only a reserve number, or a coordination number that becomes a personal number, can be replaced.");

    public static RuleViolation NumberNotLasting() => No(
        "number-not-lasting",
        "Numret som ska gälla måste vara ett personnummer eller samordningsnummer.",
        "The number that is to apply must be a personal or a coordination number.");

    public static RuleViolation MergedWithAnother() => No(
        "merged-with-another",
        "Det tillfälliga numret hör redan till en annan person. Kontrollera numren.",
        "The temporary number belongs to another person already. Check the numbers.");

    private static RuleViolation No(string code, string sv, string en) => new(code, new Text(sv, en));
}
