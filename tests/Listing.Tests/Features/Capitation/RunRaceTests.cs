using NaraVard.Contracts.Listing.V1;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Capitation;

/// <summary>Two at once: both wait, for the row or for the other, before either may write.</summary>
[Collection(OneHost.Name)]
public sealed class RunRaceTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task One_of_two_who_sign_a_run_at_once_has_signed_it()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();

        var told = await AtOnce(run, run);

        Assert.Single(told, answer => answer is null);
        Assert.Contains("month-is-final", told);
        var final = await story.ByAnna.GetCapitationRunAsync(new() { RunId = run.RunId });
        Assert.Equal((RunState.Final, 2L), (final.State, final.Version));
    }

    [Fact]
    public async Task One_of_two_runs_of_a_month_that_are_signed_at_once_is_final()
    {
        await story.Published(Draft.Of());
        var runs = new[] { await story.Run(), await story.Run() };

        var told = await AtOnce(runs[0], runs[1]);

        Assert.Single(told, answer => answer is null);
        Assert.Contains("month-is-final", told);
        var now = (await story.ByAnna.ListCapitationRunsAsync(new())).Runs;
        Assert.Equal([RunState.Computed, RunState.Final], now.Select(run => run.State).Order());
    }

    [Fact]
    public async Task The_same_run_started_twice_at_once_is_one()
    {
        await story.Published(Draft.Of());
        var order = Story.Order();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start(order)));

        var run = Assert.Single((await story.ByAnna.ListCapitationRunsAsync(new())).Runs);
        Assert.Equal(order.RunId, run.RunId);
    }

    private async Task<string?> Start(StartCapitationRunRequest order) =>
        await Told(story.ByAnna.StartCapitationRunAsync(order).ResponseAsync);

    private async Task<IReadOnlyList<string?>> AtOnce(CapitationRun first, CapitationRun second)
    {
        await using var connection = await host.Database.Source.OpenConnectionAsync();
        await using var hold = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select id from capitation_runs for update";
        await command.ExecuteNonQueryAsync();
        var cecilia = story.Bo with { Subject = "u-cecilia", HsaId = "SE9900000176-103", Name = "Cecilia Al" };
        var signing = new[]
        {
            Told(story.ByBo.SignCapitationRunAsync(new() { RunId = first.RunId }).ResponseAsync),
            Told(host.As(cecilia).SignCapitationRunAsync(new() { RunId = second.RunId }).ResponseAsync),
        };
        await Soon.Holds("both wait", async () => await host.Database.Ask<long>(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query ~* 'capitation_runs|xact_lock'
            """) == 2);
        await hold.RollbackAsync();
        return await Task.WhenAll(signing);
    }

    /// <summary>The code of the refusal; null when it was done.</summary>
    private static async Task<string?> Told(Task<CapitationRun> call)
    {
        try
        {
            await call;
            return null;
        }
        catch (Grpc.Core.RpcException refusal)
        {
            return refusal.Reason();
        }
    }
}
