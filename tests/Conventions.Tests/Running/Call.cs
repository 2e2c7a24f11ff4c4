using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NaraVard.Conventions.Tests.Running;

/// <summary>By which door a call comes in.</summary>
internal enum Way
{
    RpcAtService,
    JsonAtService,
    RpcAtGateway,
    JsonAtGateway,
}

/// <summary>One call of one RPC, to be sent by any door. What an attack spoils is a member of it.</summary>
internal sealed record Call(Route Route, JsonObject Request)
{
    /// <summary>The whole header <c>Authorization</c>; null for none.</summary>
    public string? Authorization { get; init; }

    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Further query parameters, with <c>&amp;</c> in front.</summary>
    public string Query { get; init; } = "";

    /// <summary>What is sent instead of the request's own bytes: a gRPC message, or a JSON body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The length that the frame of a gRPC message says; null for its own.</summary>
    public int? FrameLength { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Its <c>x-request-id</c>; one is made when it is sent without.</summary>
    public string RequestId { get; init; } = "";

    public Call With(string header, string value) => this with { Headers = Headers.SetItem(header, value) };

    public Call By(string token) => this with { Authorization = $"Bearer {token}" };
}
