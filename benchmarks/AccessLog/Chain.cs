using System.Diagnostics;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Platform.Access;
using NaraVard.Platform.Persons;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Benchmarks.AccessLog;

/// <summary>
/// A million rows: how fast they are taken, read and verified, and that what was done to them is found.
/// </summary>
internal static class Chain
{
    private const int Writers = 32;
    private const int Rows = 1_000_000;
    private const int RowsPerAppend = 500;

    public static async Task Measure(PostgreSqlServer cluster, TestIdentity identity)
    {
        await using var server = await HandoffServer.Start(cluster, identity);
        await AppendOneByOne(server.Log, TimeSpan.FromSeconds(5));
        await Fill(server);
        await server.Database.Execute("vacuum analyze platform.access_log");
        var selected = await Select(server.Database.Source);
        var clock = Stopwatch.StartNew();
        var verification = await server.Log.Verify();
        var verified = clock.Elapsed.TotalSeconds;
        if (!verification.IsIntact || verification.Rows != Rows)
            throw new InvalidOperationException("The chain does not hold.");
        await Report.Line(
            "access-log-verify", verified, "s", Report.Ratio(verified, selected, "a plain select of the million rows"));
        await Report.Line("access-log-verify-rows", Rows / verified, "rows/s");
        await new Tampering(server).FindAll();
    }

    /// <summary>As requests do it: each writer waits until its row is on disk.</summary>
    private static async Task AppendOneByOne(Platform.Access.AccessLog log, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(Writer)));
        await Report.Line("access-log-append-32-writers", written.Sum() / clock.Elapsed.TotalSeconds, "rows/s");

        async Task<int> Writer()
        {
            for (var count = 0; ; count++)
            {
                if (clock.Elapsed > time)
                    return count;
                await log.Append(Entry(count));
            }
        }
    }

    /// <summary>The rest of the million, through the same door.</summary>
    private static async Task Fill(HandoffServer server)
    {
        var missing = Rows - await server.Database.Ask<long>("select count(*) from platform.access_log");
        var next = missing;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Writer)));
        await Report.Line("access-log-append-in-lists", missing / clock.Elapsed.TotalSeconds, "rows/s");

        async Task Writer()
        {
            while (Interlocked.Add(ref next, -RowsPerAppend) is var left && left > -RowsPerAppend)
                await server.Log.Append(
                    [.. Enumerable.Range(0, RowsPerAppend + (int)Math.Min(0, left)).Select(Entry)]);
        }
    }

    /// <summary>What anybody would write who only wants to read the rows, each column once.</summary>
    private static async Task<double> Select(NpgsqlDataSource database)
    {
        var clock = Stopwatch.StartNew();
        await using var command = database.CreateCommand("select * from platform.access_log order by position");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new object[reader.FieldCount];
        long rows = 0;
        while (await reader.ReadAsync())
        {
            reader.GetValues(columns);
            rows++;
        }

        if (rows != Rows)
            throw new InvalidOperationException("There are not a million rows.");
        return clock.Elapsed.TotalSeconds;
    }

    private static AccessEntry Entry(int number) => new()
    {
        At = TimeProvider.System.GetUtcNow(),
        IsAllowed = true,
        Activity = Platform.Access.Activity.Read,
        Method = "/naravard.handoff.v1.HandoffService/GetHandoff",
        Purpose = "Vård och behandling",
        Subject = "u-bibbi-1780",
        HsaId = "SE9900017808-103",
        UserName = "Bibbi Högman",
        UserTitle = "Biståndsbedömare",
        Unit = "SE9900017808-BIST",
        Caregiver = "SE9900017808-VG",
        Organisation = "kommun:1780",
        Client = "naravard-web",
        ResourceType = "handoff",
        ResourceId = $"0192f0c1-7b1e-7c53-9d2c-{number:x12}",
        ResourceOwner = "region:17",
        Person = new PersonKey(Guid.CreateVersion7()),
        RequestId = $"0192f0c17b1e7c539d2c{number:x12}",
        TraceId = "4bf92f3577b34da6a3ce929d0e0e4736",
    };
}
