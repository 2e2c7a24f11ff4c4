using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>
/// One attack on every RPC by every door. What the requests name is prepared once, since nothing may change it.
/// </summary>
internal sealed class Battle(RunningSuite suite, IReadOnlyList<Target> targets)
{
    private const string Id = "walls-";
    private static readonly string[] Members =
        ["type", "title", "status", "detail", "instance", "code", "violations"];

    private readonly List<string> faults = [];
    private readonly List<(Blow Blow, Target Target)> atTheGateway = [];
    private readonly List<(Blow Blow, Target Target)> inTheLog = [];

    /// <summary>How many calls have been tried.</summary>
    public int Blows { get; private set; }

    /// <summary>Every RPC by every door, with a request that would be answered.</summary>
    public static async Task<IReadOnlyList<Target>> Prepare(RunningSuite suite)
    {
        var targets = new List<Target>();
        foreach (var route in suite.Routes)
        {
            var row = Table.Of(route);
            var request = await row.Request(suite);
            targets.AddRange(Enum.GetValues<Way>().Where(way => IsServed(suite, route, way))
                .Select(way => new Target(suite, route, row, request, way)));
        }

        return targets;
    }

    /// <summary>
    /// The gateway finds a service by the path. What all services have, the path of its gRPC form names no service:
    /// it has an address as JSON only.
    /// </summary>
    public static bool IsServed(RunningSuite suite, Route route, Way way) => way != Way.RpcAtGateway
        || suite.Databases.Keys.Any(service => route.Rpc.File.Package == $"naravard.{service}.v1");

    /// <summary>What did not go as it must.</summary>
    public async Task<IReadOnlyList<string>> Fight(Func<Target, IEnumerable<Blow>> attack)
    {
        var before = await suite.Witness.State();
        foreach (var doors in targets.GroupBy(target => target.Route))
        {
            foreach (var target in doors)
                foreach (var blow in attack(target))
                    await Strike(target, blow with { Call = blow.Call with { RequestId = suite.Exchange.NewId() } });
            if (await suite.Witness.State() is var after && after != before)
                faults.Add($"{doors.Key}: something has changed");
            before = after;
        }

        var lines = suite.GatewayLog.Text.Split('\n').Where(line => line.Contains(Id, StringComparison.Ordinal))
            .ToLookup(line => line.Substring(line.IndexOf(Id, StringComparison.Ordinal), Id.Length + 6));
        faults.AddRange(
            from one in atTheGateway
            where !lines[one.Blow.Call.RequestId].Any(
                line => line.Contains(one.Blow.Refused.Code!, StringComparison.Ordinal))
            select $"{one.Target}, {one.Blow.What}: the gateway's log has no line");
        await LookIntoTheLog();
        return faults;
    }

    // All at once: the row is there before the answer, and stays.
    private async Task LookIntoTheLog()
    {
        var logged = await suite.Witness.Refused();
        foreach (var (blow, target) in inTheLog)
        {
            var codes = logged[blow.Call.RequestId].ToHashSet();
            if (!codes.SetEquals([blow.Refused.Code!]))
                faults.Add($"{target}, {blow.What}: the access log says '{string.Join(", ", codes)}'");
        }
    }

    private async Task Strike(Target target, Blow blow)
    {
        Blows++;
        var answer = await suite.Exchange.Send(blow.Call, target.Way);
        foreach (var fault in Faults(target, blow, answer))
            faults.Add($"{target}, {blow.What}: {fault}");
        var trace = blow.Refused.Trace;
        if (trace == Trace.AtTheDoor && target.IsAtGateway)
            atTheGateway.Add((blow, target));
        else if (trace is Trace.AtTheDoor or Trace.InTheAccessLog
            || (trace is Trace.WhenAboutPersons && target.Route.Persons is not null))
            inTheLog.Add((blow, target));
    }

    private IEnumerable<string> Faults(Target target, Blow blow, Answer answer)
    {
        var refused = blow.Refused;
        if (answer == Answer.Reset || target.IsJson
            ? answer.Http != refused.Http : answer.Rpc != (int)refused.Rpc)
            yield return $"{answer}, not {refused}";
        else if (refused.Code is not null && answer.Code != refused.Code)
            yield return $"{answer}, not '{refused.Code}'";
        else if (refused.Field is not null && !answer.Violations.Any(field => IsAbout(field, refused.Field)))
            yield return $"{answer}, no violation of {refused.Field}";
        if (refused.Code is not null && target.IsJson && !IsProblem(answer, blow.Call.RequestId))
            yield return $"is no problem of {blow.Call.RequestId}: {answer.Text}";
        foreach (var leak in suite.Witness.Leaks(blow.Call, answer))
            yield return leak;
    }

    // A list's element is named with its place: reasonCodes[0].
    private static bool IsAbout(string field, string expected) =>
        field == expected || field.StartsWith(expected + "[", StringComparison.Ordinal);

    // FEL.01, FEL.02: exactly what is promised (RFC 9457, and our two members).
    private static bool IsProblem(Answer answer, string requestId) =>
        answer.Json is JsonObject problem && problem.Select(member => member.Key).SequenceEqual(Members)
        && answer.Headers.GetValueOrDefault("Content-Type") == "application/problem+json"
        && answer.Json["instance"]?.GetValue<string>() == $"urn:naravard:request:{requestId}"
        && answer.Json["status"]?.GetValue<int>() == answer.Http
        && answer.Headers.GetValueOrDefault("x-request-id") == requestId
        && answer.Json["violations"] is JsonArray;
}
