using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class SignCapitationRunTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task A_second_person_makes_it_final_and_the_same_again_changes_nothing()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();

        var signed = await story.Signed(run);

        Assert.Equal((RunState.Final, "SE9900000176-102"), (signed.State, signed.SignedBy));
        Assert.Equal(signed, await story.Signed(run));
        Assert.Equal(signed, await story.ByAnna.GetCapitationRunAsync(new() { RunId = run.RunId }));
    }

    // What is said in the transaction is kept by a trigger: the row itself is gone when it has been sent.
    [Fact]
    public async Task Others_are_told_when_it_is_final()
    {
        await host.Database.Execute(
            """
            create table said (message_type text, body text);
            create function keep() returns trigger language plpgsql as
                $$ begin insert into said values (new.message_type, new.body::text); return new; end $$;
            create trigger keep before insert on platform.outbox for each row execute function keep();
            """);
        await story.Published(Draft.Of(Draft.Listing("100")));
        await story.Listed(Own, 3);
        var run = await story.Run();

        await story.Signed(run);
        await story.Signed(run);

        var said = await host.Database.Ask<long>(
            $"""
            select count(*) from said where message_type like '%CapitationRunCompleted%'
                and body like '%{run.RunId}%' and body like '%"total":300%' and body like '%{Story.Month}%'
            """);
        Assert.Equal(1, said);
    }

    [Fact]
    public async Task Whoever_computed_it_is_refused()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();

        Assert.Equal(
            "signed-by-same", await story.ByAnna.SignCapitationRunAsync(new() { RunId = run.RunId }).Code());
        Assert.Equal(run, await story.ByAnna.GetCapitationRunAsync(new() { RunId = run.RunId }));
    }

    [Fact]
    public async Task Another_sign_in_of_the_same_person_is_refused()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();
        var ask = new SignCapitationRunRequest { RunId = run.RunId };

        Assert.Equal(
            "signed-by-same",
            await host.As(story.Anna with { Subject = "u-anna-2" }).SignCapitationRunAsync(ask).Code());
        Assert.Equal(
            "signer-missing", await host.As(story.Anna with { HsaId = null }).SignCapitationRunAsync(ask).Code());
    }

    [Fact]
    public async Task Who_computed_without_an_HSA_id_is_refused_with_one()
    {
        await story.Published(Draft.Of());
        var order = Story.Order();
        await host.As(story.Anna with { HsaId = null }).StartCapitationRunAsync(order);

        Assert.Equal(
            "signed-by-same", await story.ByAnna.SignCapitationRunAsync(new() { RunId = order.RunId }).Code());
    }

    [Fact]
    public async Task A_system_is_refused()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();
        var system = TestUser.System("er-system", Roles.ListingAdmin) with { Organization = story.Anna.Organization };

        Assert.Equal(
            "signer-missing", await host.As(system).SignCapitationRunAsync(new() { RunId = run.RunId }).Code());
    }

    [Fact]
    public async Task One_of_two_runs_of_a_month_becomes_final()
    {
        await story.Published(Draft.Of());
        var (first, second) = (await story.Run(), await story.Run());

        await story.Signed(second);

        Assert.Equal("month-is-final", await story.ByBo.SignCapitationRunAsync(new() { RunId = first.RunId }).Code());
    }

    [Fact]
    public async Task A_correction_shows_the_difference_line_by_line_and_leaves_the_final_run_as_it_was()
    {
        await story.Published(Draft.Of(Draft.Listing("100"), Draft.Figure("acg", "acg-points", "2")));
        await story.Listed(Own, 3);
        await story.Delivered((Own, "acg-points", "10"), (Far, "acg-points", "0"), (Private, "acg-points", "0"));
        var final = await story.Signed(await story.Run());
        var lines = await story.Lines(final);
        await story.Delivered((Own, "acg-points", "15"));

        var correction = await story.Signed(await story.Run(final.RunId));
        var difference = await story.ByAnna.ComparePaymentsAsync(
            new() { RunId = final.RunId, WithRunId = correction.RunId });

        var line = Assert.Single(difference.Lines);
        Assert.Equal((Own, "acg", "20.00", "30.00"), (line.Unit, line.Component, line.Before, line.After));
        Assert.Equal("10.00", difference.Difference);
        Assert.Equal(final, await story.ByAnna.GetCapitationRunAsync(new() { RunId = final.RunId }));
        Assert.Equal(lines, await story.Lines(final));
        Assert.Equal("nothing-to-correct", await story.ByAnna.StartCapitationRunAsync(
            Story.Order(final.RunId)).Code());
    }

    [Fact]
    public async Task Another_regions_is_not_there()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();

        Assert.Equal("not-found", await story.ByStranger.SignCapitationRunAsync(new() { RunId = run.RunId }).Code());
    }
}
