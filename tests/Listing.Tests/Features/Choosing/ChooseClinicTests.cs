using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

[Collection(OneChoice.Name)]
public sealed class ChooseClinicTests(ChoiceHost host)
{
    [Fact]
    public async Task Lists_from_the_day_after_and_ends_the_listing_before()
    {
        var (here, there, person) = (await host.Clinic(), await host.Clinic(), await host.Person());
        var first = await host.Listed(here, person);
        await host.Database.Execute($"update listings set from_day = '2026-11-01' where id = '{first.ListingId}'");

        var second = await host.Listed(there, person);

        var left = await host.Choices.GetListingAsync(new() { ListingId = first.ListingId });
        Assert.Equal(
            (ListingState.Accepted, "2026-11-21", false), (first.State, first.FromDay, first.IsCountedChange));
        Assert.Equal(
            (ListingState.Accepted, "2026-11-21", true), (second.State, second.FromDay, second.IsCountedChange));
        Assert.Equal(
            (ListingState.Active, "2026-11-20", ListingEndReason.Relisted), (left.State, left.ToDay, left.EndReason));
    }

    [Fact]
    public async Task Who_chooses_again_before_the_first_day_was_never_listed_there()
    {
        var person = await host.Person();
        var first = await host.Listed(await host.Clinic(), person);

        await host.Listed(await host.Clinic(), person);

        var left = await host.Choices.GetListingAsync(new() { ListingId = first.ListingId });
        Assert.Equal((ListingState.Ended, ""), (left.State, left.ToDay));
    }

    [Fact]
    public async Task Answers_the_same_again_and_refuses_other_content_under_the_id()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var request = ChoiceHost.Choice(person, clinic);
        var first = await host.Choices.ChooseClinicAsync(request);

        Assert.Equal(first, await host.Choices.ChooseClinicAsync(request));
        var refusal = await Refused("listing-id-taken", ChoiceHost.Choice(
            await host.Person(), clinic, choice => choice.ListingId = request.ListingId));
        Assert.Equal((StatusCode.AlreadyExists, request.ListingId), (refusal.Status, refusal.Facts["existingId"]));
    }

    [Fact]
    public async Task Queues_in_order_at_a_full_clinic_and_refuses_who_will_not_queue()
    {
        var clinic = await host.Clinic();
        await host.Ceiling(clinic, 1);
        await host.Listed(clinic);

        var (second, third) = (await host.Listed(clinic), await host.Listed(clinic));

        Assert.Equal((ListingState.Queued, 1), (second.State, second.QueuePosition));
        Assert.Equal((ListingState.Queued, 2, ""), (third.State, third.QueuePosition, third.FromDay));
        await Refused("clinic-full", ChoiceHost.Choice(
            await host.Person(), clinic, choice => choice.MayQueue = false));
        await Refused("already-queued", ChoiceHost.Choice(third.PersonNumber, clinic));
    }

    [Fact]
    public async Task Whom_the_ceiling_does_not_count_is_listed_all_the_same()
    {
        var clinic = await host.Clinic();
        var ceiling = await host.Ceiling(clinic, 1);
        await host.Listed(clinic);

        var institution = await host.Administration.ChooseClinicAsync(ChoiceHost.Choice(
            await host.Person(), clinic, choice => choice.Kind = ListingKind.Institution));

        var now = await host.Administration.GetCeilingAsync(new() { CeilingId = ceiling.CeilingId });
        Assert.Equal(ListingState.Accepted, institution.State);
        Assert.Equal((1, 1, 0), (now.Counted, now.Exempt, now.Waiting));
    }

    [Fact]
    public async Task Where_the_region_says_so_relisting_leaves_the_queues_and_holds_at_once()
    {
        var (full, free) = (await host.Clinic(), await host.Clinic());
        var person = await host.Person(region: "18");
        var there = new Client(host.As(ChoiceHost.Stockholmer));
        await there.DecideCeilingAsync(ChoiceHost.Decision(full, 1));
        await there.ChooseClinicAsync(ChoiceHost.Choice(await host.Person(region: "18"), full));
        var queued = await there.ChooseClinicAsync(ChoiceHost.Choice(person, full));

        var listed = await there.ChooseClinicAsync(ChoiceHost.Choice(person, free));

        var left = await there.GetListingAsync(new() { ListingId = queued.ListingId });
        Assert.Equal((ListingState.Queued, ListingState.Active, "2026-11-20"),
            (queued.State, listed.State, listed.FromDay));
        Assert.Equal((ListingState.Ended, ListingEndReason.Relisted), (left.State, left.EndReason));
    }

    [Fact]
    public async Task Each_rule_refuses_with_its_own_code_and_changes_nothing()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        await Refused("clinic-unknown", ChoiceHost.Choice(person, "SE2321000016-NONE"));
        await Refused("contract-expired", ChoiceHost.Choice(person, await host.Clinic(ChoiceHost.Today)));
        await Refused("care-not-offered", ChoiceHost.Choice(
            person, await host.Clinic(types: [Listing.Domain.ListingType.Dental])));
        await Refused("person-unknown", ChoiceHost.Choice(host.Numbers.Adult(), clinic));
        await Refused("person-deceased", ChoiceHost.Choice(
            await host.Person(change: said => said.Deceased = ChoiceHost.Today), clinic));
        await Refused("person-moved-out", ChoiceHost.Choice(
            await host.Person(change: said => said.MovedOut = ChoiceHost.Tomorrow), clinic));
        await Refused("wrong-age", ChoiceHost.Choice(person, clinic, choice => choice.Type = ListingType.Dental));
        await Refused("exception-needs-staff", ChoiceHost.Choice(
            person, clinic, choice => choice.Reason = ChangeReason.Relocation));
        await host.Listed(clinic, person);
        await Refused("already-listed", ChoiceHost.Choice(person, clinic));
        await host.Refuses(People.In("listing-admin", "region:19"), "policy-missing",
            (rpc, options) => Choose(rpc, ChoiceHost.Choice(person, clinic), options));
    }

    [Fact]
    public async Task A_closed_clinic_takes_nobody()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        await host.Database.Execute($"update clinics set closed_from = '2026-11-21' where id = '{clinic}'");

        await Refused("clinic-closed", ChoiceHost.Choice(person, clinic));
    }

    [Fact]
    public async Task The_third_change_of_a_year_is_refused_but_for_an_excepted_reason()
    {
        var person = await host.Person();
        for (var i = 0; i < 3; i++)
            await host.Listed(await host.Clinic(), person);
        var clinic = await host.Clinic();

        await Refused("too-many-changes", ChoiceHost.Choice(person, clinic));
        var excepted = await host.Administration.ChooseClinicAsync(
            ChoiceHost.Choice(person, clinic, choice => choice.Reason = ChangeReason.SpecialReasons));

        Assert.Equal((ListingState.Accepted, false), (excepted.State, excepted.IsCountedChange));
    }

    [Fact]
    public async Task A_guardian_chooses_for_a_child_and_nobody_else_does()
    {
        var (clinic, mother, stranger) = (await host.Clinic(), await host.Person(), await host.Person());
        var child = await host.Person(host.Child(), guardians: mother);

        await Refused("guardian-needed", ChoiceHost.Choice(child, clinic));
        await Refused("wrong-guardian", ChoiceHost.Choice(
            child, clinic, choice => choice.GuardianNumbers.Add(stranger)));
        var listed = await host.Choices.ChooseClinicAsync(
            ChoiceHost.Choice(child, clinic, choice => choice.GuardianNumbers.Add(mother)));

        Assert.Equal(ListingState.Accepted, listed.State);
    }

    [Fact]
    public async Task All_that_hinders_is_told_at_once()
    {
        var child = await host.Person(host.Child(), change: said => said.MovedOut = ChoiceHost.Today);

        var refusal = await Refused("person-moved-out", ChoiceHost.Choice(child, "SE2321000016-NONE"));

        Assert.Equal("person-moved-out guardian-needed clinic-unknown", refusal.Facts["codes"]);
        Assert.Contains("Mottagningen finns inte.", refusal.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_person_chooses_and_the_number_is_masked()
    {
        var person = await host.Person(
            change: said => said.Protection = Listing.Domain.Persons.Protection.SecrecyMarking);

        Assert.Equal("********-****", (await host.Listed(await host.Clinic(), person)).PersonNumber);
    }

    [Fact]
    public async Task Names_the_clinic_as_it_is_today_and_judges_it_as_it_will_be_on_the_first_day()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        await Change("2020-05-05", "'{Name}', '\"Förr\"'");
        await Change("2026-11-20", "'{Name}', '\"Nu\"'");

        Assert.Equal("Nu", (await host.Listed(clinic)).ClinicName);
        await Change("2026-11-21", "'{Agreements}', '[]'");
        await Refused("care-not-offered", ChoiceHost.Choice(person, clinic));

        Task Change(string from, string what) => host.Database.Execute(
            $"""
            insert into clinic_versions (clinic_id, from_day, profile)
            select clinic_id, '{from}', jsonb_set(profile, {what}) from clinic_versions
            where clinic_id = '{clinic}' order by from_day desc limit 1
            """);
    }

    [Fact]
    public async Task Who_waits_for_a_clinic_that_nobody_has_chosen_before_holds_no_other()
    {
        var (left, chosen, person) = (await host.Clinic(), await host.Clinic(), await host.Person());
        await host.Listed(left, person);
        await using var first = await host.Database.Source.OpenConnectionAsync();
        await using var holds = await first.BeginTransactionAsync();
        await Run($"insert into clinic_loads values ('{chosen}', 1, 0, 0, 0, 0)");

        var choice = host.Listed(chosen, person);

        await Soon.Holds("the choice waits", async () => await host.Database.Ask<long>(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like 'INSERT INTO clinic_loads%'
            """) == 1);
        await Run($"select from clinic_loads where clinic = '{left}' for update nowait");
        await holds.CommitAsync();
        Assert.Equal(ListingState.Accepted, (await choice).State);

        async Task Run(string sql)
        {
            await using var command = first.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        [
            "clinicId hsa-id-format", "guardianNumbers[0] national-number-length", "kind not-by-choice",
            "listingId required", "personNumber national-number-missing", "reason unknown-code", "type required",
        ],
        (rpc, options) => Choose(rpc, new()
        {
            GuardianNumbers = { "1" },
            Kind = ListingKind.Newborn,
            Reason = (ChangeReason)99,
        }, options));

    [Fact]
    public async Task Lets_in_only_the_administration_and_partner_systems()
    {
        var request = ChoiceHost.Choice(await host.Person(), await host.Clinic());

        await host.LetsInOnly(["listing-admin", "partner"], (rpc, options) => Choose(rpc, request, options));
    }

    private Task<Refusal> Refused(string code, ChooseClinicRequest request) =>
        host.Refuses(ChoiceHost.Partner, code, (rpc, options) => Choose(rpc, request, options));

    private static async Task Choose(CallInvoker rpc, ChooseClinicRequest request, CallOptions options) =>
        await new Client(rpc).ChooseClinicAsync(request, options);
}
