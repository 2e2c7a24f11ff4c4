using NaraVard.Platform.Disclosure;

namespace NaraVard.Platform.Tests.Disclosure;

/// <summary>
/// One test a row of the decision table (DOMAIN B8.2), and each row with one of its conditions missing.
/// </summary>
public sealed class LookUpTests
{
    private static readonly LookUpCase All = new()
    {
        Reader = RecordHolder.CareProvider,
        Source = RecordHolder.CareProvider,
        Capacity = PersonCapacity.CanConsent,
        HasRelation = true,
        HasConsent = true,
        MayMatter = true,
        IsIndispensable = true,
        AttitudeClarified = true,
        NoObjectionAssumed = true,
    };

    public static TheoryData<string, LookUpCase, string, string> Rows() => new()
    {
        { "care, consent", All, "care-consent", "1 §" },
        {
            "care, consent, social records", All with { Source = RecordHolder.SocialCareProvider },
            "care-consent", "1 §"
        },
        { "care, no relation", All with { HasRelation = false }, "forbidden", "7 §" },
        { "care, no consent", All with { HasConsent = false }, "forbidden", "7 §" },
        { "care, does not matter", All with { MayMatter = false }, "forbidden", "7 §" },
        { "care, blocked though consented", All with { IsBlocked = true }, "forbidden", "7 §" },
        { "care, child without consent", Care(PersonCapacity.Child) with { HasConsent = false }, "care-child", "1 §" },
        { "care, child, no relation", Care(PersonCapacity.Child) with { HasRelation = false }, "forbidden", "7 §" },
        { "care, child, blocked", Care(PersonCapacity.Child) with { IsBlocked = true }, "forbidden", "7 §" },
        { "care, unable", Care(PersonCapacity.Unable) with { HasConsent = false }, "care-unable", "3 §" },
        {
            "care, unable, not clarified", Care(PersonCapacity.Unable) with { AttitudeClarified = false },
            "care-unable-who", "3 §"
        },
        {
            "care, unable, would object", Care(PersonCapacity.Unable) with { NoObjectionAssumed = false },
            "care-unable-who", "3 §"
        },
        { "care, unable, blocked", Care(PersonCapacity.Unable) with { IsBlocked = true }, "forbidden", "7 §" },
        { "care, emergency", Care(PersonCapacity.Emergency) with { HasConsent = false }, "care-emergency", "6 §" },
        {
            "care, emergency, not indispensable", Care(PersonCapacity.Emergency) with { IsIndispensable = false },
            "care-emergency-who", "6 §"
        },
        {
            "care, emergency, blocked", Care(PersonCapacity.Emergency) with { IsBlocked = true },
            "care-emergency-blocked", "5 §"
        },
        { "social, consent", Social(PersonCapacity.CanConsent), "social-care-consent", "2 §" },
        { "social, consent, care records", SocialAsksCare(PersonCapacity.CanConsent), "social-care-consent", "2 §" },
        {
            "social, advisory talk only", SocialAsksCare(PersonCapacity.CanConsent) with { HasRelation = false },
            "forbidden", "7 §"
        },
        {
            "social, no consent", SocialAsksCare(PersonCapacity.CanConsent) with { HasConsent = false },
            "forbidden", "7 §"
        },
        { "social, does not matter", Social(PersonCapacity.CanConsent) with { MayMatter = false }, "forbidden", "7 §" },
        { "social, blocked", Social(PersonCapacity.CanConsent) with { IsBlocked = true }, "forbidden", "7 §" },
        { "social, child", Social(PersonCapacity.Child) with { HasConsent = false }, "social-care-child", "2 §" },
        { "social, child, care records", SocialAsksCare(PersonCapacity.Child), "forbidden", "7 §" },
        { "social, unable", Social(PersonCapacity.Unable) with { HasConsent = false }, "social-care-unable", "4 §" },
        {
            "social, unable, not clarified", Social(PersonCapacity.Unable) with { AttitudeClarified = false },
            "social-care-unable-who", "4 §"
        },
        { "social, unable, care records", SocialAsksCare(PersonCapacity.Unable), "forbidden", "7 §" },
        { "social, emergency", Social(PersonCapacity.Emergency), "forbidden", "7 §" },
        { "social, emergency, care records", SocialAsksCare(PersonCapacity.Emergency), "forbidden", "7 §" },
        {
            "social, emergency, blocked", Social(PersonCapacity.Emergency) with { IsBlocked = true },
            "forbidden", "7 §"
        },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decides_each_row_of_the_table(string row, LookUpCase facts, string code, string section)
    {
        Assert.NotEmpty(row);

        var decision = LookUp.Decide(facts);

        Assert.Equal(code, decision.Code);
        Assert.EndsWith(section, decision.Law, StringComparison.Ordinal);
        Assert.Equal(Extent(code), decision.Extent);
    }

    [Fact]
    public void Never_opens_blocked_records_whatever_else_is_said()
    {
        foreach (var reader in Enum.GetValues<RecordHolder>())
            foreach (var source in Enum.GetValues<RecordHolder>())
                foreach (var capacity in Enum.GetValues<PersonCapacity>())
                {
                    var facts = All with { Reader = reader, Source = source, Capacity = capacity, IsBlocked = true };

                    Assert.NotEqual(LookUpExtent.Records, LookUp.Decide(facts).Extent);
                }
    }

    private static LookUpCase Care(PersonCapacity capacity) => All with { Capacity = capacity };

    private static LookUpCase Social(PersonCapacity capacity) => All with
    {
        Reader = RecordHolder.SocialCareProvider,
        Source = RecordHolder.SocialCareProvider,
        Capacity = capacity,
    };

    private static LookUpCase SocialAsksCare(PersonCapacity capacity) =>
        Social(capacity) with { Source = RecordHolder.CareProvider };

    private static LookUpExtent Extent(string code) => code switch
    {
        "forbidden" => LookUpExtent.Nothing,
        "care-emergency-blocked" => LookUpExtent.WhoBlocked,
        _ => code.EndsWith("-who", StringComparison.Ordinal) ? LookUpExtent.WhoHas : LookUpExtent.Records,
    };
}
