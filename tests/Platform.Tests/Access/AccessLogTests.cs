using NaraVard.Platform.Access;
using Npgsql;

namespace NaraVard.Platform.Tests.Access;

public class AccessLogTests
{
    // The first rows of a host are copied, the next ones inserted.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Reads_back_every_field_as_it_was_written(int rowsBefore)
    {
        await using var database = await LogDatabase.New();
        await database.Fill(rowsBefore);
        var person = A.Person();
        var full = A.Entry(person) with
        {
            IsAllowed = false,
            Code = "not-found",
            Activity = Activity.EmergencyOpen,
            Reason = "Medvetslös",
            IsEmergency = true,
            At = new DateTimeOffset(2026, 3, 10, 8, 0, 0, 123, 456, TimeSpan.Zero),
        };
        var bare = new AccessEntry
        {
            At = full.At,
            IsAllowed = true,
            Activity = Activity.Read,
            Method = "/x/y",
            Person = person,
        };

        await database.Log.Append(full, bare);

        var rows = await database.Log.ExtractFor(person).ToListAsync();
        Assert.Equal([new AccessRow(rowsBefore + 1, full), new AccessRow(rowsBefore + 2, bare)], rows);
        Assert.True((await database.Log.Verify()).IsIntact);
    }

    [Fact]
    public async Task Makes_one_unbroken_chain_of_32_writers_on_four_hosts()
    {
        await using var database = await LogDatabase.New();
        AccessLog[] hosts = [database.Log, database.NewReplica(), database.NewReplica(), database.NewReplica()];
        var person = A.Person();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(writer => Task.Run(() => Write(writer))));

        var verification = await database.Log.Verify();
        Assert.True(verification.IsIntact);
        Assert.Equal((1600, 1600), (verification.Rows, verification.Head.Position));
        var written = await database.Log.ExtractFor(person).Select(row => row.Entry.ResourceId!).ToListAsync();
        Assert.All(Enumerable.Range(0, 32), writer => Assert.Equal(
            Enumerable.Range(0, 50).Select(row => $"{writer}-{row}"),
            written.Where(id => id.StartsWith($"{writer}-", StringComparison.Ordinal))));

        async Task Write(int writer)
        {
            for (var row = 0; row < 50; row++)
                await hosts[writer % hosts.Length].Append(A.Entry(person) with { ResourceId = $"{writer}-{row}" });
        }
    }

    [Fact]
    public async Task Goes_on_from_where_another_host_left_the_chain()
    {
        await using var database = await LogDatabase.New();
        var other = database.NewReplica();

        foreach (var host in (AccessLog[])[database.Log, other])
            for (var row = 0; row < 4; row++)
                await host.Append(A.Entry());
        await database.Log.Append(A.Entry(), A.Entry());
        await other.Append(A.Entry());

        var verification = await database.Log.Verify();
        Assert.True(verification.IsIntact);
        Assert.Equal(11, verification.Rows);
    }

    [Theory]
    [InlineData("update platform.access_log set user_name = 'X'")]
    [InlineData("delete from platform.access_log")]
    [InlineData("truncate platform.access_log")]
    [InlineData("update platform.access_log_head set position = 1")]
    [InlineData("delete from platform.access_log_head")]
    [InlineData("truncate platform.access_log_head")]
    public async Task Refuses_every_change_of_what_is_written(string sql)
    {
        await using var database = await LogDatabase.New();
        await database.Fill(3);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Run(sql));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refusal.SqlState);
        Assert.True((await database.Log.Verify()).IsIntact);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Takes_text_that_a_database_would_refuse(int rowsBefore)
    {
        await using var database = await LogDatabase.New();
        await database.Fill(rowsBefore);
        var person = A.Person();

        await database.Log.Append(
            A.Entry(person) with { UserName = "a\0b\ud800", ResourceId = new string('x', 9_000) });

        var row = Assert.Single(await database.Log.ExtractFor(person).ToListAsync());
        Assert.Equal("ab\ufffd", row.Entry.UserName);
        Assert.Equal(400, row.Entry.ResourceId!.Length);
        Assert.True((await database.Log.Verify()).IsIntact);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Fails_the_writer_when_the_log_cannot_be_written_and_goes_on_afterwards(int rowsBefore)
    {
        await using var database = await LogDatabase.New();
        await database.Fill(rowsBefore);
        await database.Run(
            $"alter table platform.access_log add constraint full_disk check (position <= {rowsBefore})");

        await Assert.ThrowsAsync<PostgresException>(() => database.Log.Append(A.Entry()));

        await database.Run("alter table platform.access_log drop constraint full_disk");
        await database.Fill(1);
        Assert.Equal(rowsBefore + 1, (await database.Log.Verify()).Rows);
    }

    [Fact]
    public async Task Extracts_one_person_and_nobody_else()
    {
        await using var database = await LogDatabase.New();
        var (eva, other) = (A.Person(), A.Person());
        await database.Log.Append(A.Entry(eva), A.Entry(other), A.Entry(eva));

        var rows = await database.Log.ExtractFor(eva).ToListAsync();

        Assert.Equal([1, 3], rows.Select(row => row.Position));
    }

    [Fact]
    public async Task Draws_the_same_sample_for_the_same_seed_and_only_from_the_period()
    {
        await using var database = await LogDatabase.New();
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await database.Log.Append([.. Enumerable.Range(0, 200).Select(i => A.Entry(at: start.AddHours(i)))]);
        var until = start.AddHours(100);

        var one = await database.Log.SpotChecks(10, start, until, seed: 1).ToListAsync();
        var again = await database.Log.SpotChecks(10, start, until, seed: 1).ToListAsync();
        var other = await database.Log.SpotChecks(10, start, until, seed: 2).ToListAsync();

        Assert.Equal(10, one.Count);
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        Assert.All(one, row => Assert.InRange(row.Entry.At, start, until.AddTicks(-1)));
    }
}
