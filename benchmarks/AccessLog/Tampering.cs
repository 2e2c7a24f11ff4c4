using NaraVard.Benchmarks.Measuring;
using NaraVard.Platform.Access;

namespace NaraVard.Benchmarks.AccessLog;

/// <summary>
/// What an administrator of the database could do to the million rows. Each deed comes on top of those before, higher
/// up in the log, so that the faults that it adds come last.
/// </summary>
internal sealed class Tampering(HandoffServer server)
{
    private const string Columns =
        """
        at, allowed, code, activity, method, purpose, reason, emergency, subject, hsa_id, user_name, user_title, unit,
        caregiver, organisation, client, resource_type, resource_id, resource_owner, person, request_id, trace_id,
        previous_hash, hash
        """;

    private int known;

    public async Task FindAll()
    {
        await Finds(
            "altered-byte", new ChainFault(ChainFaultKind.Altered, 123_456, 123_456),
            "update platform.access_log set user_name = 'Bibbi Högmam' where position = 123456");
        await Finds(
            "removed-row", new ChainFault(ChainFaultKind.Missing, 345_678, 345_678),
            "delete from platform.access_log where position = 345678");
        await Finds(
            "swapped-pair", new ChainFault(ChainFaultKind.Altered, 567_890, 567_890),
            """
            update platform.access_log set position = -1 where position = 567890;
            update platform.access_log set position = 567890 where position = 567891;
            update platform.access_log set position = 567891 where position = -1
            """);
        await Finds(
            "inserted-row", new ChainFault(ChainFaultKind.Inserted, 789_012, 789_012),
            $"""
            alter table platform.access_log drop constraint access_log_pkey;
            insert into platform.access_log select position, {Columns} from platform.access_log
                where position = 789012;
            create index on platform.access_log (position)
            """);
        await Finds(
            "cut-tail", new ChainFault(ChainFaultKind.Missing, 999_991, 1_000_000),
            "delete from platform.access_log where position > 999990");
    }

    private async Task Finds(string name, ChainFault first, string deed)
    {
        await server.Database.Execute(
            $"set session_replication_role = replica; {deed}; set session_replication_role = origin");
        var verification = await server.Log.Verify();
        if (verification.Faults.ElementAtOrDefault(known) != first)
            throw new InvalidOperationException($"{name} was not found: {string.Join(", ", verification.Faults)}");
        known = verification.Faults.Count;
        await Report.Line($"access-log-{name}-found-at", first.Position, "position");
    }
}
