using NaraVard.Platform.Access;

namespace NaraVard.Platform.Tests.Access;

public class TamperingTests
{
    private const string Columns =
        """
        at, allowed, code, activity, method, purpose, reason, emergency, subject, hsa_id, user_name, user_title, unit,
        caregiver, organisation, client, resource_type, resource_id, resource_owner, person, request_id, trace_id,
        previous_hash, hash
        """;

    [Theory]
    [InlineData("user_name = 'Någon Annan'")]
    [InlineData("at = at + interval '1 microsecond'")]
    [InlineData("allowed = not allowed")]
    [InlineData("person = gen_random_uuid()")]
    [InlineData("reason = ''")]
    [InlineData("purpose = null")]
    public Task Finds_an_altered_row(string change) => Finds(
        $"update platform.access_log set {change} where position = 7",
        new ChainFault(ChainFaultKind.Altered, 7, 7));

    [Fact]
    public Task Finds_a_row_altered_together_with_its_hash() => Finds(
        "update platform.access_log set hash = sha256('x') where position = 7",
        new ChainFault(ChainFaultKind.Altered, 7, 7), new ChainFault(ChainFaultKind.Unlinked, 8, 8));

    [Fact]
    public Task Finds_removed_rows() => Finds(
        "delete from platform.access_log where position in (5, 6)",
        new ChainFault(ChainFaultKind.Missing, 5, 6));

    [Fact]
    public Task Finds_a_removed_first_row() => Finds(
        "delete from platform.access_log where position = 1",
        new ChainFault(ChainFaultKind.Missing, 1, 1));

    [Fact]
    public Task Finds_removed_rows_at_the_end() => Finds(
        "delete from platform.access_log where position >= 18",
        new ChainFault(ChainFaultKind.Missing, 18, 20));

    [Fact]
    public Task Finds_exchanged_rows() => Finds(
        """
        update platform.access_log set position = -1 where position = 4;
        update platform.access_log set position = 4 where position = 9;
        update platform.access_log set position = 9 where position = -1
        """,
        new ChainFault(ChainFaultKind.Altered, 4, 4), new ChainFault(ChainFaultKind.Unlinked, 5, 5),
        new ChainFault(ChainFaultKind.Altered, 9, 9), new ChainFault(ChainFaultKind.Unlinked, 10, 10));

    [Fact]
    public Task Finds_a_removed_row_behind_which_the_others_moved_up() => Finds(
        """
        delete from platform.access_log where position = 19;
        update platform.access_log set position = 19 where position = 20
        """,
        new ChainFault(ChainFaultKind.Altered, 19, 19), new ChainFault(ChainFaultKind.Missing, 20, 20));

    [Fact]
    public Task Finds_a_row_inserted_after_the_newest() => Finds(
        $"insert into platform.access_log select 21, {Columns} from platform.access_log where position = 20",
        new ChainFault(ChainFaultKind.Inserted, 21, 21), new ChainFault(ChainFaultKind.Altered, 21, 21));

    [Fact]
    public Task Finds_a_row_inserted_at_a_place_that_is_taken() => Finds(
        $"""
        alter table platform.access_log drop constraint access_log_pkey;
        insert into platform.access_log select 7, {Columns} from platform.access_log where position = 7
        """,
        new ChainFault(ChainFaultKind.Inserted, 7, 7));

    [Fact]
    public async Task Finds_where_a_row_was_inserted_behind_which_the_others_moved_down()
    {
        await using var database = await LogDatabase.New();
        await database.Fill(20);

        await database.Tamper(
            $"""
            update platform.access_log set position = -position where position >= 7;
            insert into platform.access_log select 7, {Columns} from platform.access_log where position = 6;
            update platform.access_log set position = 1 - position where position < 0
            """);

        var verification = await database.Log.Verify();
        Assert.Equal(new ChainFault(ChainFaultKind.Altered, 7, 7), verification.Faults[0]);
        Assert.Contains(new ChainFault(ChainFaultKind.Inserted, 21, 21), verification.Faults);
    }

    [Fact]
    public async Task Finds_and_locates_one_altered_byte_among_a_hundred_thousand_rows()
    {
        await using var database = await LogDatabase.New();
        AccessEntry[] thousand = [.. Enumerable.Range(0, 1_000).Select(_ => A.Entry())];
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => database.Log.Append(thousand)));
        Assert.True((await database.Log.Verify()).IsIntact);

        await database.Tamper("update platform.access_log set user_name = 'Eva Sandgrem' where position = 65432");

        var verification = await database.Log.Verify();
        Assert.Equal(100_000, verification.Rows);
        Assert.Equal([new ChainFault(ChainFaultKind.Altered, 65_432, 65_432)], verification.Faults);
    }

    [Fact]
    public Task Finds_a_head_that_was_turned_to_another_row() => Finds(
        "update platform.access_log_head set hash = sha256('x')",
        new ChainFault(ChainFaultKind.Unlinked, 20, 20));

    [Fact]
    public async Task Finds_a_log_that_was_cut_together_with_its_head_when_an_anchor_was_kept()
    {
        await using var database = await LogDatabase.New();
        await database.Fill(20);
        var anchor = (await database.Log.Verify()).Head;
        await database.Tamper(
            """
            delete from platform.access_log where position > 15;
            update platform.access_log_head set (position, hash) =
                (select position, hash from platform.access_log where position = 15)
            """);

        Assert.True((await database.Log.Verify()).IsIntact);
        var verification = await database.Log.Verify(anchor);

        Assert.Equal([new ChainFault(ChainFaultKind.NotAsAnchored, 20, 20)], verification.Faults);
    }

    private static async Task Finds(string tampering, params ChainFault[] faults)
    {
        await using var database = await LogDatabase.New();
        await database.Fill(20);
        Assert.True((await database.Log.Verify()).IsIntact);

        await database.Tamper(tampering);

        var verification = await database.Log.Verify();
        Assert.Equal(faults, verification.Faults);
        Assert.Equal(faults.Length, verification.FaultCount);
    }
}
