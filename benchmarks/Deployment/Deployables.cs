using NaraVard.Testing;

namespace NaraVard.Benchmarks.Deployment;

/// <summary>The gateway and the services with the settings of production, but for the limits of one caller.</summary>
public static class Deployables
{
    /// <summary>The gateway at an address, in front of a service at another.</summary>
    public static Task<ServerProcess> Gateway(TestIdentity identity, Uri http, Uri handoff) =>
        ServerProcess.Start("Gateway", identity.Settings().Concat(new Dictionary<string, string>
        {
            ["Endpoints:Http"] = ServerProcess.Address(http),
            ["Endpoints:Grpc"] = ServerProcess.Address(ServerProcess.FreeAddress()),
            ["Services:handoff:Address"] = ServerProcess.Address(handoff),
            // Limited as always, but one caller here asks for as much as thousands do elsewhere.
            ["Limits:RequestsPerSecond"] = "100000",
            ["Limits:RequestsBurst"] = "1000000",
            ["Limits:OpenRequestsMax"] = "10000",
        }));

    /// <summary>The Handoff service with the desks of the demo county, on an empty database.</summary>
    public static Task<ServerProcess> Handoff(
        TestIdentity identity, Uri rpc, Database database, IEnumerable<KeyValuePair<string, string?>>? bus = null) =>
        ServerProcess.Start(
            "Handoff",
            [
                .. identity.Settings(), .. TestSecrets.Settings(),
                new("Endpoints:Rpc", ServerProcess.Address(rpc)),
                new("ConnectionStrings:handoff", database.ConnectionString),
                .. (bus ?? []).Select(setting => KeyValuePair.Create(setting.Key, setting.Value!)),
            ],
            "--contentRoot", ServerProcess.File("services/Suite"));
}
