using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>Those in the right role, in another organisation or unit.</summary>
internal static class Strangers
{
    /// <summary>What tells "not yours" from "not there".</summary>
    public static async Task<IReadOnlyList<string>> Compare(RunningSuite suite)
    {
        var faults = new List<string>();
        foreach (var route in suite.Routes.Where(route => Table.Of(route) is { IdField.Length: > 0 }))
        {
            var row = Table.Of(route);
            var existing = await row.Existing(suite);
            var before = await suite.Witness.State();
            foreach (var way in Enum.GetValues<Way>().Where(way => Battle.IsServed(suite, route, way)))
                foreach (var stranger in row.Strangers)
                    faults.AddRange(from fault in await Compare(suite, row, route, existing, way, stranger)
                                    select $"{route} {way} by {stranger.Organization}/{stranger.Unit}: {fault}");
            if (await suite.Witness.State() != before)
                faults.Add($"{route}: something has changed");
        }

        return faults;
    }

    /// <summary>What somebody sees in a list, a feed or a stream that is another's.</summary>
    public static async Task<IReadOnlyList<string>> Look(RunningSuite suite)
    {
        var faults = new List<string>();
        foreach (var route in suite.Routes.Where(
            route => Table.Of(route) is { StrangersGet.Length: 0, Strangers.Count: > 0 }))
        {
            var row = Table.Of(route);
            var request = await row.Existing(suite);
            foreach (var way in Enum.GetValues<Way>().Where(way => Battle.IsServed(suite, route, way)))
                foreach (var stranger in row.Strangers)
                {
                    var call = suite.Exchange.Call(route, request, stranger);
                    var answer = await suite.Exchange.Send(call, way);
                    faults.AddRange(suite.Witness.Leaks(call, answer).Select(leak => $"{route} {way}: {leak}"));
                    if (!answer.IsDone)
                        faults.Add($"{route} {way}: {answer}");
                }
        }

        return faults;
    }

    private static async Task<IReadOnlyList<string>> Compare(
        RunningSuite suite, Row row, Route route, JsonObject existing, Way way, TestUser stranger)
    {
        var absent = existing.With(row.IdField, Guid.CreateVersion7().ToString());
        var (hidden, first) = await Ask(suite, route, existing, way, stranger);
        if (hidden.Code != row.StrangersGet)
            return [$"{hidden}, not '{row.StrangersGet}'"];
        var faults = suite.Witness.Leaks(first, hidden).ToList();
        if (route.Persons is not null && !(await suite.Witness.Refused())[first.RequestId].Contains(hidden.Code))
            faults.Add("is not in the access log");
        if (row.StrangersGet != "not-found")
            return faults;
        var (gone, second) = await Ask(suite, route, absent, way, stranger);
        var (one, other) = (hidden.Comparable(first.RequestId), gone.Comparable(second.RequestId));
        if (one != other)
            faults.Add($"differs: {one} from {other}");
        return faults;
    }

    private static async Task<(Answer Answer, Call Call)> Ask(
        RunningSuite suite, Route route, JsonObject request, Way way, TestUser user)
    {
        var call = suite.Exchange.Call(route, request, user) with { RequestId = suite.Exchange.NewId() };
        return (await suite.Exchange.Send(call, way), call);
    }
}
