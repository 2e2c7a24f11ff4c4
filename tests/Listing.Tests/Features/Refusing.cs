using Grpc.Core;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features;

/// <summary>
/// Calls that must be refused. Each is held to the same: the code, a row in the access log that says it where persons
/// are touched, and nothing else stored.
/// </summary>
internal static class Refusing
{
    // Every table by what its rows say, but the access log and what is on its way, which is counted.
    private const string Stored = """
        select (select coalesce(sum(sequence), 0) from platform.outbox_persons)
            || string_agg(xml::text, '' order by name)
        from (
            select table_name as name, query_to_xml(
                format('select md5(coalesce(string_agg(t::text, '''' order by t::text), '''')) from %I.%I t',
                    table_schema, table_name), false, true, '') as xml
            from information_schema.tables
            where table_schema in ('public', 'platform') and table_type = 'BASE TABLE'
                and table_name !~ '^(access_log|outbox)') tables
        """;

    public static async Task<Refusal> Refuses(
        this ListingHost host, TestUser? user, string code, Func<CallInvoker, CallOptions, Task> call,
        bool isLogged = true)
    {
        var request = host.NewRequestId();
        var before = await host.Database.Ask<string>(Stored);

        var error = await Assert.ThrowsAsync<RpcException>(
            () => call(host.As(user), new(new Metadata { { "x-request-id", request } })));

        var refusal = Refusal.Of(error);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(before, await host.Database.Ask<string>(Stored));
        Assert.Equal(isLogged ? code : "", await host.Database.Ask<string>(
            $"""
            select coalesce(string_agg(distinct code, ','), '') from platform.access_log where request_id = '{request}'
            """));
        return refusal;
    }

    /// <summary>The fields that are wrong, all at once: <c>row.number required</c>.</summary>
    public static async Task RefusesInput(
        this ListingHost host, string[] faults, Func<CallInvoker, CallOptions, Task> call, bool isLogged = true)
    {
        var refusal = await host.Refuses(ListingHost.Admin, Refusal.Invalid, call, isLogged);
        Assert.Equal(faults.Order(StringComparer.Ordinal), refusal.Faults);
    }

    /// <summary>Nobody is let in without signing in, and nobody in a role that is not named.</summary>
    public static async Task LetsInOnly(
        this ListingHost host, string[] roles, Func<CallInvoker, CallOptions, Task> call)
    {
        await host.Refuses(null, "not-signed-in", call);
        foreach (var user in People.AllRoles.Except(roles).Select(People.In))
            await host.Refuses(user, "role-missing", call);
        if (roles.Contains("listing-admin"))
            await host.Refuses(People.In("listing-admin", "kommun:1780"), "role-missing", call);
    }
}
