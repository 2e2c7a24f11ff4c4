using NaraVard.Contracts.Handoff.V1;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Tests.Features.Reference;

public sealed class ListCodesTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    public static TheoryData<string, string[]> Lists => new()
    {
        { "handoff-state", Codes<HandoffState>() },
        { "handoff-end-reason", Codes<EndReason>() },
        { "triage-colour", Codes<TriageColour>() },
        { "handoff-reason", Codes<ReasonCode>() },
        { "handoff-outcome", Codes<OutcomeKind>() },
        { "protection", Codes<Protection>() },
        { "consent-scope", Codes<ConsentScope>() },
        { "change-kind", Codes<ChangeKind>() },
        { "person-capacity", Codes<PersonCapacity>() },
        { "record-source", Codes<RecordSource>() },
        { "look-up-extent", Codes<LookUpExtent>() },
        { "preventive-action", ["fall-prevention", "phone-friend"] },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Names_every_value_in_both_languages(string name, string[] codes)
    {
        var list = Assert.Single((await host.Er.ListCodesAsync(new())).Lists, list => list.Name == name);

        Assert.Equal(codes, list.Entries.Select(entry => entry.Code));
        Assert.All(list.Entries, entry => Assert.True(entry.Sv.Length > 0 && entry.En.Length > 0));
        Assert.Equal(codes.Length, list.Entries.Select(entry => entry.Sv).Distinct().Count());
    }

    [Fact]
    public async Task Has_no_list_that_is_not_tested_here() => Assert.Equal(
        Lists.Select(row => (string)row[0]).Order(),
        (await host.Er.ListCodesAsync(new())).Lists.Select(list => list.Name).Order());

    [Fact]
    public async Task Says_from_when_to_when_a_preventive_action_is_offered()
    {
        var lists = (await host.Er.ListCodesAsync(new())).Lists;
        var actions = lists.Single(list => list.Name == "preventive-action").Entries;

        Assert.Equal((false, "", ""), (actions[0].Deprecated, actions[0].ValidFrom, actions[0].ValidTo));
        Assert.Equal(
            (true, "2023-10-01", "2025-12-31"), (actions[1].Deprecated, actions[1].ValidFrom, actions[1].ValidTo));
    }

    [Fact]
    public async Task Answers_the_same_again() =>
        Assert.Equal(await host.Er.ListCodesAsync(new()), await host.Er.ListCodesAsync(new()));

    [Fact]
    public Task Lets_in_only_those_who_work_with_handoffs() => host.LetsInOnly(
        ["er-staff", "bistandsbedomare", "partner"], (c, o) => c.ListCodesAsync(new(), o));

    private static string[] Codes<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => Convert.ToInt32(value, null) != 0).Select(value => value.Code())];
}
