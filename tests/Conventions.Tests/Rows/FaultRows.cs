using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>
/// For each stable code that tells of a deployment or of a fault, a deployment in which a sound request is answered
/// with it.
/// </summary>
internal sealed class FaultRows(RunningSuite suite)
{
    private const string DiskFull = "53100";
    private const string InternalError = "XX000";
    private const string Nobody = "http://127.0.0.1:1";

    /// <summary>Every code, and how to get it.</summary>
    public IReadOnlyDictionary<string, Func<Task<Answer>>> All => new Dictionary<string, Func<Task<Answer>>>
    {
        ["rate-limited"] = () => AtGateway(
            null, answer => answer.Code == "rate-limited", ("Limits:AnonymousRequestsPerSecond", "1")),
        ["organisation-not-served"] = () => AtGateway(("Identity:Organisations:0", "kommun:1780")),
        ["sign-in-unavailable"] = () => AtGateway(("Identity:Authority", Nobody + "/realms/naravard")),
        ["service-unavailable"] = () => AtGateway(
            ("Services:handoff:Address", Nobody), ("Forwarding:RetriesMax", "0")),
        ["bad-gateway"] = () => Before(service =>
        {
            service.Abort();
            return Task.CompletedTask;
        }),
        ["deadline-exceeded"] = () => Before(
            service => Task.Delay(Timeout.Infinite, service.RequestAborted)),
        ["unavailable"] = () => WithFault(DiskFull),
        ["internal"] = () => WithFault(InternalError),
    };

    // The gateway before a service that does as it is told.
    private async Task<Answer> Before(RequestDelegate serve)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        await using var service = builder.Build();
        service.Run(serve);
        await service.StartAsync();
        return await AtGateway(
            ("Services:handoff:Address", service.Urls.First()), ("Services:handoff:TimeoutSeconds", "1"),
            ("Forwarding:RetriesMax", "0"));
    }

    private Task<Answer> AtGateway(params (string, string)[] settings) =>
        AtGateway(suite.Identity.Token(People.Eva), _ => true, settings);

    // The clock stands still, and so would a pause before a new try.
    private async Task<Answer> AtGateway(string? token, Func<Answer, bool> isIt, params (string, string)[] settings)
    {
        using var log = new CapturedLog();
        await using var gateway = await suite.StartGateway(log, settings);
        var address = new Uri(new Uri(gateway.Urls.First()), "/handoff/v1/desks");
        var times = 20;
        Answer answer;
        do
            answer = await suite.Exchange.Send(HttpMethod.Get, address, token);
        while (--times > 0 && !isIt(answer));
        await gateway.StopAsync();
        return answer;
    }

    // The database fails a change as one with this fault does.
    private async Task<Answer> WithFault(string sqlState)
    {
        var database = suite.Databases["handoff"];
        var route = suite.Routes.Single(route => route.Name == "HandoffService/AcknowledgeHandoff");
        var row = Table.Of(route);
        var call = suite.Exchange.Call(route, await row.Request(suite), row.Caller);
        await database.Execute($"""
            create function fault() returns trigger language plpgsql as
                $$ begin raise exception 'a fault' using errcode = '{sqlState}'; end $$;
            create trigger fault before update on handoffs for each row execute function fault();
            """);
        var answer = await suite.Exchange.Send(call, Way.JsonAtGateway);
        await database.Execute("drop function fault cascade");
        return answer;
    }
}
