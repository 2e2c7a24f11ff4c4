using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Options;
using NaraVard.Platform.Schema;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Messaging;

public sealed class SchemaTests
{
    [Fact]
    public async Task Processes_that_start_together_make_the_tables_once()
    {
        await using var database = await Database.CreateEmpty();

        var services = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestService.Start(database)));

        await services[0].Say(null, [1]);
        await database.HasEffects(1);
        Assert.Equal(
            SchemaScripts.All().Select(script => script.Number),
            await database.AskAll<int>("select number from platform.scripts order by number"));
        foreach (var service in services)
            await service.DisposeAsync();
    }

    [Fact]
    public async Task Every_script_may_run_again()
    {
        await using var database = await Database.CreateFor<TestDb>();

        foreach (var script in SchemaScripts.All())
            await database.Execute(script.Sql);
    }

    [Fact]
    public async Task A_transaction_left_idle_is_ended_by_the_server()
    {
        await using var database = await Database.CreateFor<TestDb>();
        await using var service = await TestService.Start(database, [new("Database:IdleInTransactionSeconds", "77")]);

        await service.In(async (db, _) =>
        {
            var timeout = await db.Database
                .SqlQueryRaw<string>("select current_setting('idle_in_transaction_session_timeout') as \"Value\"")
                .SingleAsync();
            Assert.Equal("77s", timeout);
        });
    }

    [Fact]
    public async Task The_tables_that_live_fast_are_vacuumed_by_settings_of_their_own_and_unsent_is_a_partial_index()
    {
        await using var database = await Database.CreateFor<TestDb>();

        var settings = await database.Ask<string>(
            "select array_to_string(reloptions, ' ') from pg_class where oid = 'platform.outbox'::regclass");
        var index = await database.Ask<string>(
            "select indexdef from pg_indexes where schemaname = 'platform' and indexname = 'outbox_unsent'");

        Assert.Contains("autovacuum_vacuum_scale_factor=0", settings, StringComparison.Ordinal);
        Assert.Contains("WHERE (parked_at IS NULL)", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_that_does_not_map_the_tables_does_not_start()
    {
        await using var database = await Database.CreateEmpty();
        await using var db = new Unmapped(
            new DbContextOptionsBuilder<Unmapped>().UseNpgsql(database.ConnectionString).Options);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => DatabaseSchema.Apply(db, CancellationToken.None));

        Assert.Contains("AddPlatformTables", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_connection_string_and_a_bad_bus_are_reported_together()
    {
        await using var database = await Database.CreateEmpty();

        var refusal = Assert.Throws<InvalidConfiguration>(() => TestService.Create(
            database, [new("ConnectionStrings:tester", null), new("Bus:Port", "0"), new("Bus:Kind", "Pigeon")],
            adjust: builder => ConfigurationFaults.Of(builder).ThrowIfAny()));

        Assert.Equal(3, refusal.Faults.Count);
        Assert.Contains(
            refusal.Faults, fault => fault.StartsWith("ConnectionStrings:tester:", StringComparison.Ordinal));
    }

    private sealed class Unmapped(DbContextOptions<Unmapped> options) : DbContext(options);
}
