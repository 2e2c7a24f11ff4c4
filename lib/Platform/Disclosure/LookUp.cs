using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Disclosure;

/// <summary>
/// The second gate of disclosure: who may look into another provider's records (SVOD, lag 2022:913 chapter 3). One pure
/// function; no endpoint reads across organisations without it. What a <em>message</em> may tell is another gate, and
/// a consent to that is no consent to this.
/// </summary>
public static class LookUp
{
    private static readonly LookUpDecision Forbidden = new(
        LookUpExtent.Nothing, "forbidden", "SFS 2022:913 3 kap. 7 §", new Text(
            "Lagen tillåter inte åtkomst i det här fallet, inte heller med samtycke.",
            "The law does not allow the look-up in this case, not even with consent."));

    /// <summary>
    /// What the law lets the reader see. The sections are exhaustive: what none of them allows is forbidden (3:7).
    /// </summary>
    public static LookUpDecision Decide(LookUpCase facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Reader switch
        {
            RecordHolder.CareProvider => ForCareProvider(facts),
            RecordHolder.SocialCareProvider => ForSocialCareProvider(facts),
        };
    }

    private static LookUpDecision ForCareProvider(LookUpCase facts) => facts switch
    {
        { Capacity: PersonCapacity.Emergency, IsBlocked: true } => Allow(
            LookUpExtent.WhoBlocked, "care-emergency-blocked", 5,
            "Fara för liv eller hälsa: du får se vem som spärrat och be den vårdgivaren häva spärren.",
            "Danger to life or health: you may see who blocked, and ask that provider to lift the block."),
        { IsBlocked: true } => Forbidden,
        { Capacity: PersonCapacity.CanConsent, HasRelation: true, HasConsent: true, MayMatter: true } => Allow(
            LookUpExtent.Records, "care-consent", 1,
            "Patientrelation, samtycke och betydelse för vården.",
            "Patient relation, consent and bearing on the care."),
        { Capacity: PersonCapacity.Child, HasRelation: true, MayMatter: true } => Allow(
            LookUpExtent.Records, "care-child", 1,
            "Barn som inte kan samtycka, patientrelation och betydelse för vården.",
            "A child who cannot consent, patient relation and bearing on the care."),
        {
            Capacity: PersonCapacity.Unable, MayMatter: true, AttitudeClarified: true, NoObjectionAssumed: true
        } => Allow(
            LookUpExtent.Records, "care-unable", 3,
            "Personen kan inte ta ställning; uppgifterna kan behövas för nödvändig vård och inget talar emot.",
            "The person cannot take a stand; the records may matter for necessary care and nothing speaks against it."),
        { Capacity: PersonCapacity.Unable } => Allow(LookUpExtent.WhoHas, "care-unable-who", 3,
            "Personen kan inte ta ställning: du får se vem som har uppgifter.",
            "The person cannot take a stand: you may see who has records."),
        { Capacity: PersonCapacity.Emergency, IsIndispensable: true } => Allow(
            LookUpExtent.Records, "care-emergency", 6,
            "Fara för liv eller hälsa: uppgifterna behövs oundgängligen.",
            "Danger to life or health: the records are indispensable."),
        { Capacity: PersonCapacity.Emergency } => Allow(LookUpExtent.WhoHas, "care-emergency-who", 6,
            "Fara för liv eller hälsa: du får se vem som har uppgifter.",
            "Danger to life or health: you may see who has records."),
        _ => Forbidden,
    };

    private static LookUpDecision ForSocialCareProvider(LookUpCase facts) => facts switch
    {
        { IsBlocked: true } => Forbidden,
        { Capacity: PersonCapacity.CanConsent, HasRelation: true, HasConsent: true, MayMatter: true } => Allow(
            LookUpExtent.Records, "social-care-consent", 2,
            "Insatser eller utredning pågår, personen samtycker och uppgifterna kan ha betydelse.",
            "Efforts or an investigation are under way, the person consents and the records may matter."),
        { Source: RecordHolder.CareProvider } => Forbidden,
        { Capacity: PersonCapacity.Child, HasRelation: true, MayMatter: true } => Allow(
            LookUpExtent.Records, "social-care-child", 2,
            "Barn som inte kan samtycka: bara andra omsorgsgivares uppgifter.",
            "A child who cannot consent: only other social-care providers' records."),
        {
            Capacity: PersonCapacity.Unable, HasRelation: true, MayMatter: true, AttitudeClarified: true,
            NoObjectionAssumed: true
        } => Allow(LookUpExtent.Records, "social-care-unable", 4,
            "Personen kan inte ta ställning: bara andra omsorgsgivares uppgifter, och inget talar emot.",
            "The person cannot take a stand: only other social-care providers' records; nothing speaks against it."),
        { Capacity: PersonCapacity.Unable, HasRelation: true } => Allow(
            LookUpExtent.WhoHas, "social-care-unable-who", 4,
            "Personen kan inte ta ställning: du får se vilken omsorgsgivare som har uppgifter.",
            "The person cannot take a stand: you may see which social-care provider has records."),
        _ => Forbidden,
    };

    private static LookUpDecision Allow(LookUpExtent extent, string code, int section, string sv, string en) =>
        new(extent, code, $"SFS 2022:913 3 kap. {section} §", new Text(sv, en));
}
