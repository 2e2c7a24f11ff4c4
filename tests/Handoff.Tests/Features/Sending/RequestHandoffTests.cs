using Google.Protobuf.WellKnownTypes;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Sending;

public sealed class RequestHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Hands_the_person_over_to_the_desk_of_the_kommun()
    {
        var ask = host.Ask();

        var sent = await host.Er.RequestHandoffAsync(ask);

        Assert.Equal((ask.HandoffId, 1L, HandoffState.Received), (sent.HandoffId, sent.Version, sent.State));
        Assert.Equal(("1780", true, "Rum 4"), (sent.Desk.KommunCode, sent.Desk.IsOpen, sent.ErReference));
        Assert.Equal(TimeSpan.FromMinutes(15), sent.DueAt.ToDateTimeOffset() - sent.RequestedAt.ToDateTimeOffset());
        Assert.Null(sent.Answer);
    }

    [Fact]
    public async Task Finds_the_kommun_by_the_postal_code()
    {
        var sent = await host.Er.RequestHandoffAsync(
            host.Ask(ask => (ask.KommunCode, ask.PostalCode) = ("", "65001")));

        Assert.Equal("1780", sent.Desk.KommunCode);
    }

    [Fact]
    public async Task Tells_others_without_saying_who_it_is()
    {
        var ask = host.Ask();
        var sent = await host.Er.RequestHandoffAsync(ask);

        var said = await host.Heard<HandoffRequested>(ask.HandoffId);

        Assert.Equal(
            (host.KeyOf(ask.Person.Number).ToString(), "1780", People.Eva.Unit, true),
            (said.PersonKey, said.KommunCode, said.ErUnit, said.IsDeskOpen));
        Assert.Equal(
            (sent.RequestedAt.ToDateTimeOffset(), sent.DueAt.ToDateTimeOffset()), (said.OccurredAt, said.DueAt));
    }

    [Fact]
    public async Task Answers_the_same_request_sent_ten_times_at_once_the_same_and_takes_it_once()
    {
        var ask = host.Ask();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => host.Er.RequestHandoffAsync(ask).ResponseAsync));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(1, (await host.Read(ask.HandoffId)).Version);
        Assert.Equal(1, await host.Database.Ask<long>(
            $"select sequence from platform.outbox_persons where person = '{host.KeyOf(ask.Person.Number).Value}'"));
    }

    [Fact]
    public async Task Refuses_other_content_under_the_same_id()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);
        ask.Need.Summary = "Något annat.";

        await host.Refuses(People.Eva, "handoff-id-taken", (c, o) => c.RequestHandoffAsync(ask, o));
    }

    [Fact]
    public async Task Refuses_another_unit_under_the_same_id_without_showing_anything()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);

        await host.Refuses(People.OtherEr, "handoff-id-taken", (c, o) => c.RequestHandoffAsync(ask, o));
    }

    [Fact]
    public Task Refuses_without_consent() => Refuses("consent-missing", ask => ask.Consent.Given = false);

    [Fact]
    public Task Refuses_when_nothing_is_said_of_consent() => Refuses("consent-missing", ask => ask.Consent = null);

    [Fact]
    public async Task Refuses_children_and_says_where_to_turn()
    {
        var refusal = await Refuses("person-is-child", ask => ask.Person.Number = host.Numbers.Child());

        Assert.Contains("orosanmälan", refusal.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_persons_under_compulsory_care_and_says_where_to_turn()
    {
        var refusal = await Refuses("compulsory-care", ask => ask.IsUnderCompulsoryCare = true);

        Assert.Contains("socialjouren", refusal.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public Task Refuses_who_is_triaged_red() =>
        Refuses("triage-red", ask => ask.Need.TriageColour = TriageColour.Red);

    [Fact]
    public async Task Refuses_a_kommun_without_a_desk_and_says_where_to_turn()
    {
        var refusal = await Refuses("no-desk", ask => ask.KommunCode = "0180");

        Assert.Contains("SDK", refusal.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_sign_in_without_a_unit()
    {
        var ask = host.Ask();

        await host.Refuses(People.Eva with { Unit = null }, "unit-missing", (c, o) => c.RequestHandoffAsync(ask, o));
    }

    [Fact]
    public async Task Names_the_person_in_the_log_also_when_it_is_refused()
    {
        var ask = host.Ask(ask => ask.Consent.Given = false);

        await host.Refuses(People.Eva, "consent-missing", (c, o) => c.RequestHandoffAsync(ask, o));

        var row = Assert.Single(await host.AccessRowsOf(ask.HandoffId));
        Assert.Equal((false, "consent-missing", "region:17"), (row.IsAllowed, row.Code, row.ResourceOwner));
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Eva,
        [
            "handoffId malformed", "kommunCode required",
            "person.number national-number-length", "person.name required",
            "consent.askedBy hsa-id-format", "consent.askedAt required", "consent.scope required",
            "need.reasonCodes required", "need.summary required", "need.triageColour required",
            "need.frailty out-of-range",
            "nextOfKin.name required", "nextOfKin.phone required", "erReference too-long",
        ],
        (c, o) => c.RequestHandoffAsync(new()
        {
            HandoffId = "x",
            Person = new() { Number = "123" },
            Consent = new() { Given = true, AskedBy = "Eva" },
            Need = new() { Frailty = 10 },
            NextOfKin = new(),
            ErReference = new string('x', 41),
        }, o));

    [Fact]
    public Task Refuses_an_empty_request_with_everything_that_is_missing() => host.RefusesInput(
        People.Eva,
        [
            "handoffId required", "kommunCode required",
            "person.number national-number-missing", "person.name required",
            "need.reasonCodes required", "need.summary required", "need.triageColour required",
        ],
        (c, o) => c.RequestHandoffAsync(new(), o));

    [Theory]
    [InlineData(Protection.SecrecyMarking)]
    [InlineData(Protection.ProtectedRegistration)]
    [InlineData(Protection.Unknown)]
    [InlineData(Protection.Unspecified)]
    public Task Refuses_to_route_who_is_or_may_be_protected_by_address(Protection protection) => RefusesFields(
        ["postalCode protected-identity"],
        ask => (ask.KommunCode, ask.PostalCode, ask.Person.Protection) = ("", "65001", protection));

    [Fact]
    public Task Refuses_a_postal_code_in_another_kommun_than_the_named() => RefusesFields(
        ["postalCode kommun-disagrees"], ask => (ask.KommunCode, ask.PostalCode) = ("1761", "65001"));

    [Fact]
    public Task Refuses_a_national_number_in_the_ers_label() => RefusesFields(
        ["erReference national-number"], ask => ask.ErReference = ask.Person.Number);

    [Fact]
    public Task Refuses_a_consent_that_is_still_to_be_asked_for() => RefusesFields(
        ["consent.askedAt in-the-future"],
        ask => ask.Consent.AskedAt = Timestamp.FromDateTimeOffset(host.Now.AddMinutes(6)));

    [Fact]
    public Task Refuses_codes_that_are_in_no_code_list() => RefusesFields(
        ["need.reasonCodes[0] unknown-code", "person.protection unknown-code"], ask =>
        {
            ask.Need.ReasonCodes.Clear();
            ask.Need.ReasonCodes.Add((ReasonCode)99);
            ask.Person.Protection = (Protection)99;
        });

    [Fact]
    public async Task Lets_in_only_staff_of_an_er()
    {
        var ask = host.Ask();

        await host.LetsInOnly(["er-staff"], (c, o) => c.RequestHandoffAsync(ask, o));
    }

    [Fact]
    public async Task Prints_neither_number_nor_name_nor_free_text()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);
        await host.Heard<HandoffRequested>(ask.HandoffId);

        Assert.DoesNotContain(ask.Person.Number, host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Story.Name, host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Story.Summary, host.Log, StringComparison.Ordinal);
    }

    private async Task<Refusal> Refuses(string code, Action<RequestHandoffRequest> change)
    {
        var ask = host.Ask(change);
        return await host.Refuses(People.Eva, code, (c, o) => c.RequestHandoffAsync(ask, o));
    }

    private async Task RefusesFields(string[] faults, Action<RequestHandoffRequest> change)
    {
        var ask = host.Ask(change);
        await host.RefusesInput(People.Eva, faults, (c, o) => c.RequestHandoffAsync(ask, o));
    }
}
