using System.Text.Json.Nodes;
using Grpc.Core;
using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>An RPC by one door, and a request that its rightful caller would be answered.</summary>
internal sealed record Target(RunningSuite Suite, Route Route, Row Row, JsonObject Request, Way Way)
{
    public bool IsJson => Way is Way.JsonAtService or Way.JsonAtGateway;

    public bool IsAtGateway => Way is Way.JsonAtGateway or Way.RpcAtGateway;

    /// <summary>The call that would be answered.</summary>
    public Call Rightful => Suite.Exchange.Call(Route, Request, Row.Caller);

    public override string ToString() => $"{Route} {Way}";
}

/// <summary>One call that must be refused, and how.</summary>
internal sealed record Blow(string What, Call Call, Refused Refused);

/// <summary>Where a refusal must be found afterwards.</summary>
internal enum Trace
{
    /// <summary>Nowhere: it was about nobody, and had come from somebody who may.</summary>
    None,

    /// <summary>Who checks the token first says it: the gateway in its log, a service in the access log.</summary>
    AtTheDoor,

    /// <summary>In the access log.</summary>
    InTheAccessLog,

    /// <summary>In the access log when the RPC is about persons.</summary>
    WhenAboutPersons,
}

/// <summary>How a call must be refused.</summary>
/// <param name="Http">The status of JSON.</param>
/// <param name="Rpc">The status of gRPC.</param>
/// <param name="Code">The stable code; null when what refuses stands before all of our code.</param>
/// <param name="Trace">Where it is found afterwards.</param>
internal sealed record Refused(int Http, StatusCode Rpc, string? Code, Trace Trace = Trace.None)
{
    /// <summary>A field that must be among the violations.</summary>
    public string? Field { get; init; }

    /// <summary>The server itself ends the stream.</summary>
    public static Refused Reset => BeforeUs(0);

    public static Refused NotSignedIn(string code) => new(401, StatusCode.Unauthenticated, code, Trace.AtTheDoor);

    public static Refused NotAllowed(string code, Trace trace = Trace.InTheAccessLog) =>
        new(403, StatusCode.PermissionDenied, code, trace);

    public static Refused Invalid(string? field = null, Trace trace = Trace.None) =>
        new(400, StatusCode.InvalidArgument, "invalid-request", trace) { Field = field };

    /// <summary>The server itself answers, before any of our code.</summary>
    public static Refused BeforeUs(int http) => new(http, StatusCode.Unknown, null);

    public static Refused NotFound() => new(404, StatusCode.NotFound, "not-found", Trace.WhenAboutPersons);
}
