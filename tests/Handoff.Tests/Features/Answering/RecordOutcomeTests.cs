using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class RecordOutcomeTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    public static TheoryData<OutcomeKind> Kinds =>
        new(Enum.GetValues<OutcomeKind>().Where(kind => kind is not OutcomeKind.Unspecified));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Records_every_kind_and_tells_the_region_kind_start_and_contact_only(OutcomeKind kind)
    {
        var id = await host.Started(investigation: true);
        var outcome = WithAll(kind);

        var answered = await host.Bibbi.RecordOutcomeAsync(new() { HandoffId = id, Outcome = outcome });

        Assert.Equal((HandoffState.Answered, outcome), (answered.State, answered.Outcome));
        var sent = await host.Er.GetSentHandoffAsync(new() { HandoffId = id });
        var expected = new RegionAnswer
        {
            OutcomeKind = kind,
            StartsAt = outcome.ServiceStart?.StartsAt,
            Contact = outcome.ServiceStart?.Contact,
        };
        Assert.Equal(expected, sent.Answer);
    }

    [Theory]
    [InlineData(OutcomeKind.DeclinedByPerson)]
    [InlineData(OutcomeKind.NotRegisteredHere)]
    public async Task Records_what_is_seen_before_any_work_begins(OutcomeKind kind)
    {
        var id = await host.Acknowledged();

        var answered = await host.Bibbi.RecordOutcomeAsync(new() { HandoffId = id, Outcome = new() { Kind = kind } });

        Assert.Equal(HandoffState.Answered, answered.State);
    }

    [Fact]
    public async Task Tells_others_inside_the_kind_and_the_region_the_allowed_answer()
    {
        var id = await host.Answered();
        var handoff = await host.Read(id);
        var start = handoff.Outcome.ServiceStart;

        var inside = await host.Heard<HandoffOutcomeRecorded>(id);
        var answer = await host.Heard<HandoffAnswered>(id);

        Assert.Equal(
            ("OUTCOME_KIND_EFFORT_ON_HOMECOMING", start.StartsAt.ToDateTimeOffset(), "1780"),
            (inside.OutcomeKind, inside.StartsAt, inside.KommunCode));
        Assert.Equal(new HandoffAnswered
        {
            Recipient = "region:17",
            HandoffId = Guid.Parse(id),
            OutcomeKind = "OUTCOME_KIND_EFFORT_ON_HOMECOMING",
            StartsAt = start.StartsAt.ToDateTimeOffset(),
            ContactName = start.Contact.Name,
            ContactPhone = start.Contact.Phone,
            OccurredAt = handoff.AnsweredAt.ToDateTimeOffset(),
        }, answer);
    }

    [Fact]
    public async Task Answers_the_same_outcome_again_and_changes_nothing()
    {
        var id = await host.Started();
        var request = new RecordOutcomeRequest { HandoffId = id, Outcome = host.HelpThisEvening() };
        var first = await host.Bibbi.RecordOutcomeAsync(request);

        Assert.Equal(first, await host.Bibbi.RecordOutcomeAsync(request));
    }

    [Fact]
    public Task Refuses_before_anybody_has_taken_it() =>
        Refuses("not-acknowledged", host.Received(), OutcomeKind.DeclinedByPerson);

    [Fact]
    public Task Refuses_the_result_of_work_before_work_has_begun() =>
        Refuses("not-started", host.Acknowledged(), OutcomeKind.AdvisoryTalk);

    [Fact]
    public Task Refuses_another_outcome_than_the_recorded() =>
        Refuses("outcome-already-recorded", host.Answered(), OutcomeKind.NoEffort);

    [Fact]
    public Task Refuses_an_investigation_that_was_never_opened() =>
        Refuses("investigation-not-started", host.Started(), OutcomeKind.InvestigationStarted);

    [Fact]
    public Task Refuses_a_preventive_effort_without_an_item_of_the_catalogue() =>
        Refuses("catalogue-item-missing", host.Started(), OutcomeKind.PreventiveEffort);

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("phone-friend")]
    public Task Refuses_an_item_that_the_catalogue_does_not_offer_today(string code) =>
        Refuses("catalogue-item-unknown", host.Started(), OutcomeKind.PreventiveEffort, code);

    [Fact]
    public Task Refuses_help_on_homecoming_without_start() =>
        Refuses("service-start-missing", host.Started(), OutcomeKind.EffortOnHomecoming);

    [Fact]
    public Task Refuses_a_referral_to_nobody() =>
        Refuses("referral-missing", host.Started(), OutcomeKind.ReferredElsewhere);

    [Fact]
    public Task Refuses_one_that_is_closed() =>
        Refuses("handoff-closed", host.Closed(), OutcomeKind.DeclinedByPerson);

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Bibbi,
        [
            "handoffId malformed", "outcome.kind required", "outcome.serviceStart.what required",
            "outcome.serviceStart.startsAt required",
            "outcome.serviceStart.contact.name required", "outcome.serviceStart.contact.phone too-long",
            "outcome.referredTo too-long", "outcome.catalogueCode too-long",
        ],
        (c, o) => c.RecordOutcomeAsync(new()
        {
            HandoffId = "x",
            Outcome = new()
            {
                ServiceStart = new() { Contact = new() { Phone = new string('0', 41) } },
                ReferredTo = new string('x', 201),
                CatalogueCode = new string('x', 61),
            },
        }, o));

    [Fact]
    public Task Refuses_a_kind_that_is_in_no_code_list() => host.RefusesInput(
        People.Bibbi, ["outcome.kind unknown-code"],
        (c, o) => c.RecordOutcomeAsync(new()
        {
            HandoffId = Guid.CreateVersion7().ToString(),
            Outcome = new() { Kind = (OutcomeKind)99 },
        }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Started(),
        (c, o, id) => c.RecordOutcomeAsync(new() { HandoffId = id, Outcome = host.HelpThisEvening() }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await host.Started();

        await host.LetsInOnly(["bistandsbedomare"], (c, o) => c.RecordOutcomeAsync(
            new() { HandoffId = id, Outcome = host.HelpThisEvening() }, o));
    }

    private Outcome WithAll(OutcomeKind kind) => new()
    {
        Kind = kind,
        ServiceStart = kind is not OutcomeKind.EffortOnHomecoming ? null : host.HelpThisEvening().ServiceStart,
        CatalogueCode = kind is OutcomeKind.PreventiveEffort ? "fall-prevention" : "",
        ReferredTo = kind is OutcomeKind.ReferredElsewhere ? "Vårdcentralen Gripen" : "",
    };

    private async Task Refuses(string code, Task<string> handoff, OutcomeKind kind, string item = "")
    {
        var outcome = new Outcome { Kind = kind, CatalogueCode = item };
        var id = await handoff;

        await host.Refuses(
            People.Bibbi, code, (c, o) => c.RecordOutcomeAsync(new() { HandoffId = id, Outcome = outcome }, o));
    }
}
