using Grpc.Core;
using NaraVard.Api.V1;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Handoff.V1.HandoffService.HandoffServiceClient;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>
/// Calls that must be refused. Each is held to the same: the right status and code, one kind of row in the access log
/// that says the code, and nothing else stored.
/// </summary>
internal static class Refusing
{
    private const string Stored = """
        select concat_ws('/', (select count(*) from handoffs), (select sum(version) from handoffs),
            (select count(*) from care_events), (select count(*) from platform.changes),
            (select sum(sequence) from platform.outbox_persons), (select count(*) from platform.idempotency))
        """;

    // Each has a role in the name of an organisation that cannot have it.
    private static readonly TestUser[] WithForeignRoles =
        [People.In("er-staff", "kommun:1780"), People.In("bistandsbedomare", "region:17")];

    public static Task<Refusal> Refuses<T>(
        this HandoffHost host, TestUser? user, string code, Func<Client, CallOptions, AsyncUnaryCall<T>> call,
        bool isLogged = true) =>
        host.Refuses(user, code, isLogged, async (client, options) => await call(client, options));

    public static Task<Refusal> Refuses<T>(
        this HandoffHost host, TestUser? user, string code,
        Func<Client, CallOptions, AsyncServerStreamingCall<T>> call) =>
        host.Refuses(user, code, isLogged: true, async (client, options) =>
        {
            using var stream = call(client, options);
            await stream.ResponseStream.MoveNext(CancellationToken.None);
        });

    /// <summary>The fields that are wrong, all at once: <c>need.summary required</c>.</summary>
    public static async Task RefusesInput<T>(
        this HandoffHost host, TestUser user, string[] faults, Func<Client, CallOptions, AsyncUnaryCall<T>> call,
        bool isLogged = true)
    {
        var refusal = await host.Refuses(user, Refusal.Invalid, call, isLogged);
        Assert.Equal(faults.Order(StringComparer.Ordinal), refusal.Faults);
    }

    /// <summary>Nobody is let in without signing in, and nobody in a role that is not named.</summary>
    public static Task LetsInOnly<T>(
        this HandoffHost host, string[] roles, Func<Client, CallOptions, AsyncUnaryCall<T>> call) =>
        host.LetsInOnly(roles, (user, code) => host.Refuses(user, code, call));

    public static Task LetsInOnly<T>(
        this HandoffHost host, string[] roles, Func<Client, CallOptions, AsyncServerStreamingCall<T>> call) =>
        host.LetsInOnly(roles, (user, code) => host.Refuses(user, code, call));

    /// <summary>A handoff that is somebody else's answers exactly as one that is not there.</summary>
    public static async Task HidesFrom<T>(
        this HandoffHost host, TestUser other, string id, Func<Client, CallOptions, string, AsyncUnaryCall<T>> call)
    {
        var random = Guid.CreateVersion7().ToString();
        var hidden = await host.Refuses(other, Refusal.NotFound, (client, options) => call(client, options, id));
        var absent = await host.Refuses(other, Refusal.NotFound, (client, options) => call(client, options, random));

        Assert.Equivalent(absent, hidden, strict: true);
    }

    private static async Task LetsInOnly(
        this HandoffHost host, string[] roles, Func<TestUser?, string, Task> isRefused)
    {
        await isRefused(null, "not-signed-in");
        foreach (var user in People.AllRoles.Except(roles).Select(People.In).Concat(WithForeignRoles))
            await isRefused(user, "role-missing");
    }

    private static async Task<Refusal> Refuses(
        this HandoffHost host, TestUser? user, string code, bool isLogged, Func<Client, CallOptions, Task> call)
    {
        var request = host.NewRequestId();
        var before = await host.Database.Ask<string>(Stored);

        var error = await Assert.ThrowsAsync<RpcException>(
            () => call(host.As(user), new(new Metadata { { "x-request-id", request } })));

        var refusal = Refusal.Of(error);
        Assert.Equal((Refusal.StatusOf(code), code), (refusal.Status, refusal.Code));
        Assert.Equal(before, await host.Database.Ask<string>(Stored));
        var rows = await host.AccessRows(request);
        Assert.Equal(isLogged, rows.Count > 0);
        if (isLogged && refusal.IsOfARule)
            Assert.Contains(code, Promised(rows[0].Method));
        Assert.All(rows, row => Assert.Equal((false, code, user?.Subject), (row.IsAllowed, row.Code, row.Subject)));
        return refusal;
    }

    /// <summary>The codes that the contract of an RPC names.</summary>
    private static string[] Promised(string method) => [.. HandoffReflection.Descriptor.Services[0]
        .FindMethodByName(method.Split('/')[^1]).GetOptions().GetExtension(RestExtensions.Rest).ErrorCodes];
}
