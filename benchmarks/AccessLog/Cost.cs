using System.Diagnostics;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.AccessLog;

/// <summary>What the log costs a request: the same host with it and without it, in turn.</summary>
internal static class Cost
{
    private const int Writers = 32;
    private const int Rounds = 5;
    private const int Reads = 10_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task Measure(PostgreSqlServer cluster, TestIdentity identity)
    {
        await using var logged = await HandoffServer.Start(cluster, identity);
        await using var bare = await HandoffServer.Start(cluster, identity, hasLog: false);
        await Compare("read", logged, bare, await Reader(logged), await Reader(bare));
        await Compare("write", logged, bare, () => Write(logged), () => Write(bare));
    }

    private static async Task Compare(
        string what, HandoffServer logged, HandoffServer bare, Func<Task<double>> on, Func<Task<double>> off)
    {
        await on();
        await off();
        List<double> with = [], without = [];
        for (var round = 0; round < Rounds; round++)
        {
            with.Add(await on());
            without.Add(await off());
        }

        if (await Rows(bare) != 0 || await Rows(logged) == 0 || !(await logged.Log.Verify()).IsIntact)
            throw new InvalidOperationException("The log is not what it should be.");
        var (value, reference) = (Percentiles.Median(with), Percentiles.Median(without));
        await Report.Line(
            $"access-log-{what}", value, "requests/s", Report.Ratio(value, reference, "the same host without log"));
    }

    private static async Task<Func<Task<double>>> Reader(HandoffServer server)
    {
        var handoff = await server.Client.RequestHandoffAsync(
            Asking.Handoff(), server.Headers(TestUser.ErStaff()));
        var asked = new GetHandoffRequest { HandoffId = handoff.HandoffId };
        var desk = TestUser.Bistandsbedomare();
        var load = new H2Load(
            new Uri(server.Address, "/naravard.handoff.v1.HandoffService/GetHandoff").ToString(),
            "content-type: application/grpc", "te: trailers", $"authorization: Bearer {server.Token(desk)}")
        {
            Connections = 4,
            Streams = 16,
            Body = Asking.Frame(asked),
        };
        return async () =>
        {
            // h2load counts HTTP 200, not grpc-status: a real client says whether the answers are right.
            var answer = await server.Client.GetHandoffAsync(asked, server.Headers(desk));
            if (answer.HandoffId != asked.HandoffId)
                throw new InvalidOperationException("The answer is wrong.");
            return (await load.Run(Reads)).PerSecond;
        };
    }

    private static async Task<double> Write(HandoffServer server)
    {
        var headers = server.Headers(TestUser.ErStaff());
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(Writer)));
        return written.Sum() / clock.Elapsed.TotalSeconds;

        async Task<int> Writer()
        {
            for (var count = 0; ; count++)
            {
                if (clock.Elapsed > Round)
                    return count;
                await server.Client.RequestHandoffAsync(Asking.Handoff(), headers);
            }
        }
    }

    private static Task<long> Rows(HandoffServer server) =>
        server.Database.Ask<long>("select count(*) from platform.access_log");
}
