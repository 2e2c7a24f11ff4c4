using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>An idempotency key that is sent again with another request.</summary>
internal static class Replays
{
    public static async Task<IReadOnlyList<string>> Try(RunningSuite suite)
    {
        var faults = new List<string>();
        foreach (var route in suite.Routes.Where(route => route.Writes))
            foreach (var way in Enum.GetValues<Way>().Where(way => Battle.IsServed(suite, route, way)))
                faults.AddRange((await Try(suite, route, way)).Select(fault => $"{route} {way}: {fault}"));
        return faults;
    }

    private static async Task<IReadOnlyList<string>> Try(RunningSuite suite, Route route, Way way)
    {
        var row = Table.Of(route);
        var key = $"key-{Guid.CreateVersion7():N}";
        var first = suite.Exchange.Call(route, await row.Request(suite), row.Caller).With("idempotency-key", key);
        var other = first with { Request = await row.Request(suite), RequestId = suite.Exchange.NewId() };
        var faults = new List<string>();
        var done = await suite.Exchange.Send(first, way);
        var before = await suite.Witness.State();

        var again = await suite.Exchange.Send(first, way);
        var refused = await suite.Exchange.Send(other, way);

        if (!done.IsDone || again.Text != done.Text)
            faults.Add($"answers {done}, and again {again}");
        if (refused is not { Code: "idempotency-key-reused" } || (refused.Rpc ?? refused.Http) is not (10 or 409))
            faults.Add($"is answered {refused}");
        if (await suite.Witness.State() != before)
            faults.Add("something has changed");
        if (!(await suite.Witness.Refused())[other.RequestId].Contains("idempotency-key-reused"))
            faults.Add("is not in the access log");
        faults.AddRange(suite.Witness.Leaks(other, refused));
        return faults;
    }
}
