using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Domain;

/// <summary>
/// Every rule of this service that can say no: its code, and what it tells people. The README lists the codes.
/// </summary>
internal static class Refusals
{
    public static RuleViolation ConsentMissing() => No(
        "consent-missing",
        "Personen har inte samtyckt. Inget har skickats eller sparats.",
        "The person has not consented. Nothing was sent or stored.");

    public static RuleViolation ConsentDoesNotCover() => No(
        "consent-does-not-cover",
        "Samtycket gäller bara den kommun som personen tillfrågades om. Fråga personen igen.",
        "The consent covers only the kommun that the person was asked about. Ask the person again.");

    public static RuleViolation PersonIsChild() => No(
        "person-is-child",
        "Överlämning görs inte för barn. Vid oro för barnet: gör en orosanmälan till socialtjänsten (SoL 19 kap. 1 §).",
        "Children are not handed off. If worried for the child: report to the social services (SoL 19:1).");

    public static RuleViolation CompulsoryCare() => No(
        "compulsory-care",
        "Överlämning görs inte när LVU eller LVM gäller. Kontakta socialjouren i kommunen.",
        "Persons under LVU or LVM are not handed off. Call the kommun's social emergency service.");

    public static RuleViolation TriageRed() => No(
        "triage-red",
        "Röd triagefärg: personen behöver akut vård och lämnas inte över. Fråga på nytt när färgen har ändrats.",
        "Triage red: the person needs emergency care and is not handed off. Ask again when the colour has changed.");

    public static RuleViolation NoDesk(string kommun) => No(
        "no-desk",
        $"{kommun} har ingen mottagning här. Ring kommunens växel eller använd säker digital kommunikation (SDK).",
        $"{kommun} has no desk here. Call the kommun or use the national channel for secure messages (SDK).");

    public static RuleViolation AlreadyAcknowledged(Worker by) => No(
        "already-acknowledged",
        $"{by.Name} har redan tagit överlämningen.",
        $"{by.Name} has already taken the handoff.",
        new Dictionary<string, string> { ["acknowledgedByName"] = by.Name, ["acknowledgedByHsaId"] = by.HsaId });

    public static RuleViolation NotAcknowledged() => No(
        "not-acknowledged", "Ta överlämningen först.", "Take the handoff first.");

    public static RuleViolation AlreadyStarted() => No(
        "already-started", "Arbetet är redan påbörjat.", "The work has already begun.");

    public static RuleViolation NotStarted() => No(
        "not-started",
        "Påbörja arbetet först. Före det kan bara avböjt eller ej folkbokförd här registreras.",
        "Start the work first. Before that only declined or not registered here can be recorded.");

    public static RuleViolation OutcomeAlreadyRecorded() => No(
        "outcome-already-recorded", "Utfallet är redan registrerat.", "The outcome has already been recorded.");

    public static RuleViolation InvestigationNotStarted() => No(
        "investigation-not-started",
        "Ingen utredning är inledd för överlämningen.",
        "No investigation has been opened for the handoff.");

    public static RuleViolation CatalogueItemMissing() => No(
        "catalogue-item-missing",
        "Välj den förebyggande insatsen ur katalogen.",
        "Choose the preventive action from the catalogue.");

    public static RuleViolation CatalogueItemUnknown() => No(
        "catalogue-item-unknown",
        "Den förebyggande insatsen finns inte i katalogen i dag.",
        "The preventive action is not in the catalogue today.");

    public static RuleViolation ServiceStartMissing() => No(
        "service-start-missing",
        "Ange vad som börjar, när och vem som nås.",
        "Say what begins, when and whom to call.");

    public static RuleViolation ReferralMissing() => No(
        "referral-missing", "Ange vart personen hänvisas.", "Say where the person is referred.");

    public static RuleViolation NoOutcome() => No(
        "no-outcome", "Registrera utfallet först.", "Record the outcome first.");

    public static RuleViolation AlreadyThere() => No(
        "already-there", "Överlämningen är redan hos den kommunen.", "The handoff is already with that kommun.");

    public static RuleViolation HandoffClosed() => No(
        "handoff-closed", "Överlämningen är avslutad.", "The handoff is closed.");

    public static RuleViolation NumberNotMasked() => No(
        "number-not-masked", "Numret är inte dolt.", "The number is not masked.");

    public static RuleViolation CandidateRuleMissing() => No(
        "candidate-rule-missing",
        "Regionen har ingen regel som gäller i dag. Bedömningen görs av personalen.",
        "The region has no rule that applies today. The staff decides.");

    public static RuleViolation UnitMissing() => No(
        "unit-missing",
        "Inloggningen saknar enhet. Välj uppdrag och försök igen.",
        "The sign-in names no unit. Choose an assignment and try again.");

    public static RuleViolation CursorTooOld() => No(
        "cursor-too-old",
        "Markören är för gammal. Läs om från början.",
        "The cursor is too old. Read again from the beginning.");

    private static RuleViolation No(
        string code, string sv, string en, IReadOnlyDictionary<string, string>? facts = null) =>
        new(code, new Text(sv, en), facts);
}
