using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>For each code of choice of clinic and of ceilings, a request that is refused with it.</summary>
internal sealed class ChoiceErrorRows(RunningSuite suite)
{
    private const Way Door = Way.JsonAtGateway;

    /// <summary>Every code, and how to get it.</summary>
    public IReadOnlyDictionary<string, Func<Task<Answer>>> All => new Dictionary<string, Func<Task<Answer>>>
    {
        ["policy-missing"] = () => Choose(user: People.In(Roles.Partner, "region:18")),
        ["person-unknown"] = () => Choose(choice => choice["personNumber"] = suite.Numbers.Adult()),
        ["person-moved-out"] = async () => await Choose(
            await ChoiceStory.Person(suite, facts: "moved_out = '2026-11-01'")),
        ["wrong-age"] = () => Choose(choice => choice["type"] = "LISTING_TYPE_CHILD_HEALTH"),
        ["guardian-needed"] = async () => await Choose(await ChoiceStory.Person(suite, isChild: true)),
        ["wrong-guardian"] = async () =>
        {
            var stranger = await ChoiceStory.Person(suite);
            return await Choose(choice => choice["guardianNumbers"] = new JsonArray(stranger));
        },
        ["clinic-unknown"] = () => Choose(choice => choice["clinicId"] = "SE2321000016-NONE"),
        ["contract-expired"] = async () =>
        {
            var clinic = await ChoiceStory.Clinic(suite, to: "2026-11-01");
            return await Choose(choice => choice["clinicId"] = clinic);
        },
        ["care-not-offered"] = async () =>
        {
            var clinic = await ChoiceStory.Clinic(suite, type: "Dental");
            return await Choose(choice => choice["clinicId"] = clinic);
        },
        ["exception-needs-staff"] = () => Choose(choice => choice["reason"] = "CHANGE_REASON_RELOCATION"),
        ["already-listed"] = async () =>
        {
            var chosen = await ChoiceStory.Chosen(suite);
            return await Ask("ChooseClinic", chosen.With("listingId", Guid.CreateVersion7().ToString()));
        },
        ["already-queued"] = async () =>
        {
            var queued = await ChoiceStory.Queued(suite);
            return await Ask("ChooseClinic", queued.With("listingId", Guid.CreateVersion7().ToString()));
        },
        ["too-many-changes"] = TooManyChanges,
        ["clinic-full"] = async () =>
        {
            var clinic = await ChoiceStory.Full(suite);
            return await Choose(choice => (choice["clinicId"], choice["mayQueue"]) = (clinic, false));
        },
        ["listing-id-taken"] = async () =>
        {
            var chosen = await ChoiceStory.Chosen(suite);
            return await Choose(choice => choice["listingId"] = chosen["listingId"]!.DeepClone());
        },
        ["listing-ended"] = async () =>
        {
            var id = await ChoiceStory.Listed(suite);
            await ChoiceStory.Done(suite, "EndListing", ChoiceStory.Admin, Ending(id, "MOVED_OUT"));
            return await Ask("EndListing", Ending(id, "DECEASED"), ChoiceStory.Admin);
        },
        ["not-queued"] = async () =>
            await Ask("EndListing", Ending(await ChoiceStory.Listed(suite), "WITHDRAWN"), ChoiceStory.Admin),
        ["still-queued"] = async () => await Ask("EndListing",
            Ending(ChoiceStory.Id(await ChoiceStory.Queued(suite), "listingId"), "MOVED_OUT")),
        ["ending-needs-staff"] = async () =>
            await Ask("EndListing", Ending(await ChoiceStory.Listed(suite), "MOVED_OUT")),
        ["queue-is-central"] = () => Ask(
            "ListClinicListings", new() { ["queued"] = true, ["clinicId"] = "SE2321000016-V1" },
            People.In(Roles.UnitManager)),
        ["ceiling-needs-last-day"] = () => Decide(decision => decision["toDay"] = ""),
        ["ceiling-too-long"] = () => Decide(decision => decision["toDay"] = "2027-11-30"),
        ["ceiling-overlaps"] = async () =>
        {
            var decided = await ChoiceStory.Decided(suite);
            return await Decide(decision => decision["clinicId"] = decided["clinicId"]!.DeepClone());
        },
        ["ceiling-id-taken"] = async () =>
        {
            var decided = await ChoiceStory.Decided(suite);
            return await Decide(decision => decision["ceilingId"] = decided["ceilingId"]!.DeepClone());
        },
        ["guardian-missing"] = async () =>
        {
            var (one, other) = (await ChoiceStory.Person(suite), await ChoiceStory.Person(suite));
            var child = await ChoiceStory.Person(suite, isChild: true);
            foreach (var guardian in new[] { one, other })
                await suite.Databases["listing"].Execute(
                    $"""
                    insert into guardians (child, key, from_day)
                    values ('{suite.KeyOf(child)}', '{suite.KeyOf(guardian)}', '2020-01-01')
                    """);
            return await Choose(child, choice =>
                (choice["guardianNumbers"], choice["type"]) = (new JsonArray(one), "LISTING_TYPE_PRIMARY_CARE"));
        },
    };

    private async Task<Answer> TooManyChanges()
    {
        var chosen = await ChoiceStory.Chosen(suite);
        for (var i = 0; i < 2; i++)
            await ChoiceStory.Chosen(suite, await Elsewhere(chosen));
        return await Ask("ChooseClinic", await Elsewhere(chosen));
    }

    private async Task<JsonObject> Elsewhere(JsonObject choice) => choice
        .With("listingId", Guid.CreateVersion7().ToString()).With("clinicId", await ChoiceStory.Clinic(suite));

    private static JsonObject Ending(JsonObject id, string reason) =>
        id.With("reason", $"LISTING_END_REASON_{reason}");

    private async Task<Answer> Decide(Action<JsonObject> change)
    {
        var decision = await ChoiceStory.Decision(suite);
        change(decision);
        return await Ask("DecideCeiling", decision, ChoiceStory.Admin);
    }

    private Task<Answer> Choose(string person, Action<JsonObject>? change = null) => Choose(choice =>
    {
        choice["personNumber"] = person;
        change?.Invoke(choice);
    });

    private async Task<Answer> Choose(Action<JsonObject>? change = null, TestUser? user = null)
    {
        var choice = await ChoiceStory.Choice(suite);
        change?.Invoke(choice);
        return await Ask("ChooseClinic", choice, user);
    }

    private Task<Answer> Ask(string rpc, JsonObject request, TestUser? user = null) =>
        ChoiceStory.Ask(suite, rpc, user ?? ChoiceStory.Partner, request, Door);
}
