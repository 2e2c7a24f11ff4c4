using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>
/// Every rule of the choice of clinic that can say no: its code, and what it tells people. The README lists the codes.
/// </summary>
internal static class Refusals
{
    public static RuleViolation PolicyMissing() => No(
        "policy-missing",
        "Regionen har inga regler för val av mottagning den dagen.",
        "The region has no rules for the choice of clinic on that day.");

    public static RuleViolation PersonUnknown() => No(
        "person-unknown",
        "Personen finns inte i regionens register.",
        "The person is not in the region's register.");

    public static RuleViolation PersonDeceased() => No(
        "person-deceased", "Personen är avliden enligt registret.", "The register says that the person has died.");

    public static RuleViolation PersonMovedOut() => No(
        "person-moved-out",
        "Personen bor inte längre i regionen. Registrera valet som utomlänslistning.",
        "The person no longer lives in the region. Register the choice as from another region.");

    public static RuleViolation WrongAge() => No(
        "wrong-age",
        "Personens ålder ger inte rätt att listas för den här vården.",
        "The person's age gives no right to be listed for this care.");

    public static RuleViolation GuardianNeeded(int selfFromAgeYears) => No(
        "guardian-needed",
        $"Vårdnadshavare väljer för barn under {selfFromAgeYears} år.",
        $"A guardian chooses for children under {selfFromAgeYears}.");

    public static RuleViolation WrongGuardian() => No(
        "wrong-guardian",
        "Den som har valt är inte personens vårdnadshavare enligt registret.",
        "Whoever chose is not the person's guardian in the register.");

    public static RuleViolation GuardianMissing() => No(
        "guardian-missing",
        "Alla vårdnadshavare måste stå bakom valet.",
        "All guardians must stand behind the choice.");

    public static RuleViolation ClinicUnknown() => No(
        "clinic-unknown", "Mottagningen finns inte.", "There is no such clinic.");

    public static RuleViolation ClinicClosed() => No(
        "clinic-closed",
        "Mottagningen är stängd eller stänger innan valet börjar gälla.",
        "The clinic is closed, or closes before the choice takes effect.");

    public static RuleViolation ContractExpired() => No(
        "contract-expired",
        "Mottagningens avtal har gått ut när valet skulle börja gälla.",
        "The clinic's contract has ended when the choice would take effect.");

    public static RuleViolation NotOffered() => No(
        "care-not-offered",
        "Mottagningen har inget avtal för den här vården.",
        "The clinic has no contract for this care.");

    public static RuleViolation ExceptionNeedsStaff() => No(
        "exception-needs-staff",
        "Bara regionens personal kan ange annat skäl än eget önskemål.",
        "Only the region's staff can give another reason than the person's own wish.");

    public static RuleViolation AlreadyListed() => No(
        "already-listed",
        "Personen är redan listad på mottagningen, eller blir det.",
        "The person is listed at the clinic already, or will be.");

    public static RuleViolation AlreadyQueued() => No(
        "already-queued",
        "Personen står redan i kö till mottagningen.",
        "The person is in the clinic's queue already.");

    public static RuleViolation TooManyChanges(int changesMax) => No(
        "too-many-changes",
        $"Mottagning kan bytas högst {changesMax} gånger på ett år. Kontakta regionen vid särskilda skäl.",
        $"The clinic can be changed at most {changesMax} times a year. Ask the region if there are special reasons.");

    public static RuleViolation ClinicFull() => No(
        "clinic-full",
        "Mottagningen har listningstak och är full. Personen kan ställas i kö.",
        "The clinic has a ceiling and is full. The person can be put in the queue.");

    public static RuleViolation ListingEnded() => No(
        "listing-ended", "Listningen är redan avslutad.", "The listing has ended already.");

    public static RuleViolation NotQueued() => No(
        "not-queued",
        "Bara en köplats kan återtas. Den som är listad byter genom att välja en annan mottagning.",
        "Only a place in a queue is withdrawn. Whoever is listed changes by choosing another clinic.");

    public static RuleViolation StillQueued() => No(
        "still-queued", "Personen står i kö: återta köplatsen.", "The person is in the queue: withdraw the place.");

    public static RuleViolation EndingNeedsStaff() => No(
        "ending-needs-staff",
        "Bara regionens personal kan avsluta en listning. Personen byter genom att välja en annan mottagning.",
        "Only the region's staff can end a listing. The person changes by choosing another clinic.");

    public static RuleViolation QueueIsCentral() => No(
        "queue-is-central",
        "Regionen sköter kön. Kontakta regionens listningsadministration.",
        "The region keeps the queue. Ask its administration of listings.");

    public static RuleViolation UnitMissing() => No(
        "unit-missing",
        "Inloggningen saknar enhet. Välj uppdrag och försök igen.",
        "The sign-in names no unit. Choose an assignment and try again.");

    public static RuleViolation CursorTooOld() => No(
        "cursor-too-old",
        "Markören är för gammal. Läs om från början.",
        "The cursor is too old. Read again from the beginning.");

    public static RuleViolation CeilingNeedsLastDay() => No(
        "ceiling-needs-last-day",
        "Beslut om listningstak är tidsbegränsade här: ange sista dag.",
        "Decisions on ceilings are limited in time here: give the last day.");

    public static RuleViolation CeilingTooLong(int monthsMax) => No(
        "ceiling-too-long",
        $"Ett listningstak får gälla högst {monthsMax} månader per beslut.",
        $"A ceiling may hold for at most {monthsMax} months a decision.");

    public static RuleViolation CeilingOverlaps() => No(
        "ceiling-overlaps",
        "Mottagningen har redan ett listningstak under en del av tiden.",
        "The clinic has a ceiling already for a part of the time.");

    /// <summary>The gravest first: its code, all sentences, and all codes for programs.</summary>
    public static RuleViolation All(IReadOnlyList<RuleViolation> obstacles) => obstacles is [var only] ? only : new(
        obstacles[0].Code,
        new Text(
            string.Join(' ', obstacles.Select(one => one.Text.Sv)),
            string.Join(' ', obstacles.Select(one => one.Text.En))),
        new Dictionary<string, string> { ["codes"] = string.Join(' ', obstacles.Select(one => one.Code)) });

    private static RuleViolation No(
        string code, string sv, string en, IReadOnlyDictionary<string, string>? facts = null) =>
        new(code, new Text(sv, en), facts);
}
