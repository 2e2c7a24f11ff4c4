using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Persons;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Listing.Tests.Features.Choosing;

[Collection(OneChoice.Name)]
public sealed class ChoiceAndMergeTests(ChoiceHost host)
{
    [Fact]
    public async Task Who_is_merged_while_a_choice_waits_is_held_by_the_current_number()
    {
        var (clinic, former, number) = (await host.Clinic(), await host.Person(), await host.Person());
        var (old, key) = (host.KeyOf(former), host.KeyOf(number));
        await using var merge = await host.Database.Source.OpenConnectionAsync();
        await using var merging = await merge.BeginTransactionAsync();
        await Run(merge, Locks(old));
        await using var other = await host.Database.Source.OpenConnectionAsync();
        await using var choosing = await other.BeginTransactionAsync();
        await Run(other, Locks(key));

        var choice = host.Listed(clinic, former);
        await Waits(old);
        await Run(merge, $"delete from persons where key = '{old.Value}'");
        await Run(merge, $"insert into person_aliases values ('{old.Value}', '{key.Value}', '', now())");
        await merging.CommitAsync();

        await Waits(key);
        await choosing.CommitAsync();
        Assert.Equal((number, ListingState.Accepted), ((await choice).PersonNumber, (await choice).State));
    }

    private static string Locks(PersonKey key) => $"select pg_advisory_xact_lock(hashtextextended('{key}', 0))";

    private Task Waits(PersonKey key) => Soon.Holds("the choice waits", async () => await host.Database.Ask<long>(
        $"""
        select count(*) from pg_locks
        where locktype = 'advisory' and not granted and objid = hashtextextended('{key}', 0) & 4294967295
            and database = (select oid from pg_database where datname = current_database())
        """) == 1);

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
