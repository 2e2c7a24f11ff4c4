using Grpc.Core;
using Grpc.Net.Client;
using NaraVard.Benchmarks.Deployment;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.Listing;

/// <summary>
/// The Listing service as it runs, in a process of its own, on a database of its own that flushes to disk.
/// </summary>
internal sealed class ListingServer : IAsyncDisposable
{
    private readonly ServerProcess process;
    private readonly Uri address;
    private readonly TestIdentity identity;
    private readonly int postmaster;

    private ListingServer(ServerProcess process, Uri address, TestIdentity identity, Database database, int postmaster)
    {
        (this.process, this.address, this.identity, this.postmaster) = (process, address, identity, postmaster);
        Database = database;
        Channel = Connect();
    }

    public Database Database { get; }

    public GrpcChannel Channel { get; }

    /// <summary>What the service, PostgreSQL and this process have used so far.</summary>
    public (double Service, double Database, double Client) CpuSeconds => (
        ProcessUse.Of(process.Id).CpuSeconds, ProcessUse.CpuOfAll(postmaster),
        ProcessUse.Of(Environment.ProcessId).CpuSeconds);

    /// <summary>A connection of its own.</summary>
    public GrpcChannel Connect() => GrpcChannel.ForAddress(address);

    public static async Task<ListingServer> Start(PostgreSqlServer cluster, TestIdentity identity)
    {
        var database = await Database.CreateEmpty(cluster);
        var backend = await database.Ask<int>("select pg_backend_pid()");
        var rpc = ServerProcess.FreeAddress();
        var process = await ServerProcess.Start(
            "Listing",
            [
                .. TestSecrets.Settings(), .. identity.Settings(),
                new("Logging:LogLevel:Default", "Warning"),
                new("Endpoints:Rpc", ServerProcess.Address(rpc)),
                new("ConnectionStrings:listing", database.ConnectionString),
                new("Bus:Kind", "Memory"),
                // Nobody is assigned a clinic while the region is being made.
                new("ListingPolicy:StepSeconds", "3600"),
            ],
            "--contentRoot", ServerProcess.File("services/Suite"));
        return new ListingServer(process, rpc, identity, database, ProcessUse.ParentOf(backend));
    }

    /// <summary>What a client of this user sends with each call, for as long as a benchmark takes.</summary>
    public Metadata Headers(TestUser user)
    {
        var token = identity.Token(user, token => token.Expires = token.IssuedAt!.Value.AddHours(1));
        return new() { { "authorization", $"Bearer {token}" } };
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await process.DisposeAsync();
        await Database.DisposeAsync();
    }
}
