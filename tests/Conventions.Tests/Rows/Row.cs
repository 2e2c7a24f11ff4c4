using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>
/// What the table must be told of an RPC, since no contract says it: who may, and a request that works.
/// </summary>
/// <param name="Rpc"><c>HandoffService/GetHandoff</c>.</param>
/// <param name="Caller">Somebody whose call is done.</param>
/// <param name="Request">Prepares what the request names, and makes the request; a new one each time.</param>
internal sealed record Row(string Rpc, TestUser Caller, Func<RunningSuite, Task<JsonObject>> Request)
{
    /// <summary>Those in the right role whose data it is not.</summary>
    public IReadOnlyList<TestUser> Strangers { get; init; } = [];

    /// <summary>
    /// What strangers are told; empty when they are answered, with nothing of what is not theirs.
    /// </summary>
    public string StrangersGet { get; init; } = "not-found";

    /// <summary>A request that names what is there already; not said where every request does.</summary>
    public Func<RunningSuite, Task<JsonObject>> Existing { get; init; } = Request;

    /// <summary>Fields whose text is only looked up: what is too long to be there is not there.</summary>
    public IReadOnlyList<string> LookedUp { get; init; } = [];

    /// <summary>Numbers that may be any.</summary>
    public IReadOnlyList<string> AnyNumber { get; init; } = [];

    /// <summary>The field that names the resource; the same request with another id is about nothing.</summary>
    public string IdField { get; init; } = "";
}
