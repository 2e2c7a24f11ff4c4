using Microsoft.AspNetCore.Builder;
using NaraVard.Grpc.Tests.Interop.Cases;
using NaraVard.Grpc.Tests.Interop.Players;
using NaraVard.Grpc.Tests.Interop.Tap;
using NaraVard.Grpc.Tests.Testing;

namespace NaraVard.Grpc.Tests.Interop;

/// <summary>Clients of other people against our server.</summary>
public sealed class OthersCallUsTests(OthersCallUsTests.Callers callers) : IClassFixture<OthersCallUsTests.Callers>
{
    public static IEnumerable<object[]> Rows => AllCases.Rows(Pair.GrpcioCallsUs, Pair.GrpcJsCallsUs);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Is_served(Pair pair, string name) => callers.Passes(pair, name);

    /// <summary>Our server, and both clients behind one tap.</summary>
    public sealed class Callers : IAsyncLifetime
    {
        private EchoHost? host;
        private WireTap? tap;
        private Peer? python;
        private Peer? node;

        public async Task InitializeAsync()
        {
            host = await EchoHost.Start(
                options => options.ResponseCompressionAlgorithm = "gzip",
                map: app => app.MapGrpcService<InteropServer>());
            tap = WireTap.Before(host.Address.Port);
            python = Peer.Python("client.py", tap.Authority);
            node = Peer.Node("client.js", tap.Authority);
        }

        public Task Passes(Pair pair, string name) =>
            Runs.Passes(name, pair, new TheirClient(pair == Pair.GrpcioCallsUs ? python! : node!), tap!);

        public async Task DisposeAsync()
        {
            await python!.DisposeAsync();
            await node!.DisposeAsync();
            await tap!.DisposeAsync();
            await host!.DisposeAsync();
        }
    }
}
