using Microsoft.Extensions.DependencyInjection;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Events.Listing;
using NaraVard.Listing.Features;
using NaraVard.Listing.Tests.Features.Choosing;

namespace NaraVard.Listing.Tests.Features.Assigning;

/// <summary>What happens without anybody asking. A host for each test, since a step is about everybody.</summary>
public sealed class KeepInStepTests : IAsyncLifetime
{
    private readonly ChoiceHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Who_has_not_chosen_comes_to_the_nearest_and_who_is_protected_to_the_worklist()
    {
        var (near, _) = (await host.Clinic(at: new(59.385, 13.51)), await host.Clinic(at: new(59.9, 13.9)));
        var (open, hidden) = (
            await host.Person(),
            await host.Person(change: said => said.Protection = Listing.Domain.Persons.Protection.SecrecyMarking));
        var moved = await host.Person(change: said => said.RegisteredFrom = ChoiceHost.Today.AddDays(-9));

        Assert.Equal(3, await Step());
        Assert.Equal(0, await Step());

        var (passive, newcomer) = (await Of(open), await Of(moved));
        Assert.Equal((near, ListingKind.Passive), (passive.ClinicId, passive.Kind));
        Assert.Matches("^nearest [0-9]+ m great-circle$", passive.AssignedBecause);
        Assert.Equal((near, ListingKind.MovedIn), (newcomer.ClinicId, newcomer.Kind));
        var worklist = await host.Administration.ListUnassignedAsync(new());
        Assert.Equal("person-protected", Assert.Single(worklist.Unassigned).Because);
        Assert.Empty((await host.Choices.LookUpListingsAsync(new() { PersonNumber = hidden })).Listings);
    }

    [Fact]
    public async Task A_newborn_comes_to_the_mothers_clinic_although_it_is_full()
    {
        var (mothers, _) = (await host.Clinic(at: new(59.9, 13.9)), await host.Clinic(at: new(59.38, 13.51)));
        var mother = await host.Person();
        await host.Listed(mothers, mother);
        await host.Ceiling(mothers, 1);
        var child = await host.Person(host.Child(), guardians: mother);
        await Set("birth_date = '2026-11-19'", child);

        await Step();

        var listing = await Of(child);
        Assert.Equal((mothers, ListingKind.Newborn, "guardians-clinic"),
            (listing.ClinicId, listing.Kind, listing.AssignedBecause));
    }

    [Fact]
    public async Task A_clinic_that_closes_leaves_nobody_behind_and_everybody_is_told_why()
    {
        var told = await host.Hear<ListingChanged>();
        var (closing, other, person) = (await host.Clinic(), await host.Clinic(), await host.Person());
        var listed = await host.Listed(closing, person);
        await host.Ceiling(closing, 1);
        var queued = await host.Listed(closing);
        await host.Database.Execute($"update clinics set closed_from = '2026-12-31' where id = '{closing}'");

        await Step();

        var found = await host.Choices.LookUpListingsAsync(new() { PersonNumber = person });
        var (left, place) = (
            await host.Administration.GetListingAsync(new() { ListingId = listed.ListingId }),
            await host.Administration.GetListingAsync(new() { ListingId = queued.ListingId }));
        Assert.Equal([(closing, "2026-12-30"), (other, "")], found.Listings.Select(one => (one.ClinicId, one.ToDay)));
        Assert.Equal((ListingKind.Transferred, "2026-12-31"), (found.Listings[1].Kind, found.Listings[1].FromDay));
        Assert.Equal(ListingEndReason.ProviderClosed, left.EndReason);
        Assert.Equal((ListingState.Ended, ListingEndReason.ProviderClosed), (place.State, place.EndReason));
        Assert.Equal(2, found.ChangesLeft);
        await host.Until("the person is told why", () => told.Any(one =>
            one.ListingId.ToString() == found.Listings[1].ListingId && one.NoticeReason == "clinic-closed"
            && one.LeftClinicId == closing));
    }

    [Fact]
    public async Task Who_dies_or_moves_out_is_listed_and_waits_no_more()
    {
        var (clinic, full) = (await host.Clinic(), await host.Clinic());
        var (dead, gone, waiting) = (await host.Person(), await host.Person(), await host.Person());
        var (first, second) = (await host.Listed(clinic, dead), await host.Listed(clinic, gone));
        await host.Listed(full, await host.Person());
        await host.Ceiling(full, 1);
        var third = await host.Listed(full, waiting);
        await host.Database.Execute("update listings set from_day = '2026-01-01'");
        await Set("deceased = '2026-11-18'", dead);
        await Set("deceased = '2026-11-18'", waiting);
        await Set("moved_out = '2026-11-15'", gone);

        await Step();

        Assert.Equal([("2026-11-18", ListingEndReason.Deceased), ("2026-11-14", ListingEndReason.MovedOut)],
            [await End(first), await End(second)]);
        Assert.Equal(("", ListingEndReason.Deceased), await End(third));
    }

    [Fact]
    public async Task Whoever_is_changed_is_in_the_access_log_by_the_step_that_did_it_and_nobody_else_is()
    {
        var clinic = await host.Clinic(at: new(59.385, 13.51));
        var (assigned, dead, kept) = (await host.Person(), await host.Person(), await host.Person());
        var (left, _) = (await host.Listed(clinic, dead), await host.Listed(clinic, kept));
        await Set("deceased = '2026-11-18'", dead);

        await Step();
        await Step();

        var given = await Of(assigned);
        Assert.Equal(
            [
                $"KeepInStep/Departing write listing {left.ListingId} region:17 - - {host.KeyOf(dead)}",
                $"KeepInStep/Unlisted write listing {given.ListingId} region:17 - - {host.KeyOf(assigned)}",
            ],
            (await host.Database.Ask<string>(
                """
                select string_agg(concat_ws(' ', method, activity, resource_type, resource_id, resource_owner,
                    coalesce(hsa_id, '-'), coalesce(organisation, '-'), replace(person::text, '-', '')), ';' order by
                    method)
                from platform.access_log where subject = 'system:KeepInStep' and allowed
                """)).Split(';'));
    }

    /// <summary>As a request does: what is not in the log is not changed.</summary>
    [Fact]
    public async Task Nobody_is_changed_whom_the_access_log_does_not_take()
    {
        await host.Clinic(at: new(59.385, 13.51));
        var person = await host.Person();
        await host.Database.Execute("alter table platform.access_log rename to away");

        await Assert.ThrowsAnyAsync<Exception>(Step);
        await host.Database.Execute("alter table platform.away rename to access_log");

        Assert.Equal(0, await host.Database.Ask<int>(
            $"select count(*)::int from listings where person = '{host.KeyOf(person).Value}'"));
    }

    [Fact]
    public async Task A_free_place_goes_to_the_first_in_the_queue()
    {
        var clinic = await host.Clinic();
        await host.Ceiling(clinic, 1);
        var (listed, first, second) = (
            await host.Listed(clinic), await host.Listed(clinic), await host.Listed(clinic));
        await host.Administration.EndListingAsync(
            new() { ListingId = listed.ListingId, Reason = ListingEndReason.MovedOut });
        var late = await host.Listed(clinic);
        await host.Database.Execute("update persons set registered_from = '2027-01-01'");

        await Step();

        Assert.Equal((ListingState.Queued, 3), (late.State, late.QueuePosition));
        Assert.Equal(ListingState.Accepted, (await Get(first)).State);
        Assert.Equal((ListingState.Queued, 1), ((await Get(second)).State, (await Get(second)).QueuePosition));
    }

    private Task Set(string column, string person) =>
        host.Database.Execute($"update persons set {column} where key = '{host.KeyOf(person).Value}'");

    private Task<int> Step() => host.Services.GetRequiredService<KeepInStep>().Step(CancellationToken.None);

    private async Task<Proto.Listing> Of(string person) =>
        Assert.Single((await host.Choices.LookUpListingsAsync(new() { PersonNumber = person })).Listings);

    private async Task<Proto.Listing> Get(Proto.Listing listing) =>
        await host.Administration.GetListingAsync(new() { ListingId = listing.ListingId });

    private async Task<(string, ListingEndReason)> End(Proto.Listing listing)
    {
        var now = await Get(listing);
        return (now.ToDay, now.EndReason);
    }
}
