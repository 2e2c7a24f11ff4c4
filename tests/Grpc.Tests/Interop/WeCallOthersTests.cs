using System.Globalization;
using Grpc.Net.Client;
using NaraVard.Grpc.Tests.Interop.Cases;
using NaraVard.Grpc.Tests.Interop.Players;
using NaraVard.Grpc.Tests.Interop.Tap;

namespace NaraVard.Grpc.Tests.Interop;

/// <summary>Our client against servers of other people.</summary>
public sealed class WeCallOthersTests(WeCallOthersTests.Servers servers) : IClassFixture<WeCallOthersTests.Servers>
{
    public static IEnumerable<object[]> Rows => AllCases.Rows(Pair.WeCallGrpcio, Pair.WeCallGrpcJs);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Serves_us(Pair pair, string name) => servers.Passes(pair, name);

    /// <summary>Both servers, each behind a tap.</summary>
    public sealed class Servers : IAsyncLifetime
    {
        private Served? python;
        private Served? node;

        public async Task InitializeAsync()
        {
            var (first, second) = (Peer.Python("server.py", ""), Peer.Node("server.js", ""));
            python = await Served.By(first);
            node = await Served.By(second);
        }

        public Task Passes(Pair pair, string name) => (pair == Pair.WeCallGrpcio ? python! : node!).Passes(pair, name);

        public async Task DisposeAsync()
        {
            await python!.DisposeAsync();
            await node!.DisposeAsync();
        }
    }

    private sealed record Served(Peer Server, WireTap Tap, GrpcChannel Channel) : IAsyncDisposable
    {
        public static async Task<Served> By(Peer server)
        {
            var tap = WireTap.Before(int.Parse(await server.Read("its port"), CultureInfo.InvariantCulture));
            return new Served(server, tap, GrpcChannel.ForAddress($"http://{tap.Authority}"));
        }

        public async Task Passes(Pair pair, string name)
        {
            Server.MustRun();
            await Runs.Passes(name, pair, new OurClient(Channel), Tap);
            Server.MustRun();
        }

        public async ValueTask DisposeAsync()
        {
            Channel.Dispose();
            await Server.DisposeAsync();
            await Tap.DisposeAsync();
        }
    }
}
