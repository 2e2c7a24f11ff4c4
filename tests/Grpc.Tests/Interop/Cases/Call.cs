using Google.Protobuf;
using Grpc.Core;
using NaraVard.Grpc.Tests.Interop.V1;

namespace NaraVard.Grpc.Tests.Interop.Cases;

/// <summary>A call in terms that every client understands, and what must come of it.</summary>
internal sealed record Call(MethodType Kind, string Rpc, params Step[] Steps)
{
    public const string InitialKey = "interop-initial";
    public const string TrailingKey = "interop-trailing-bin";
    public const string DetailsKey = "grpc-status-details-bin";

    /// <summary>Beginnings and ends are the same for all clients: after its steps a client reads to the end.</summary>
    public required Outcome Expected { get; init; }

    public string Service { get; init; } = "InteropService";

    /// <summary>Sent as metadata, and answered before the first reply.</summary>
    public string? Initial { get; init; }

    /// <summary>Sent as binary metadata, in hexadecimal digits, and answered with the status.</summary>
    public string? Trailing { get; init; }

    /// <summary>Milliseconds; null for no limit.</summary>
    public int? Timeout { get; init; }

    /// <summary>The call says that its messages are gzip, and so they are unless a step says otherwise.</summary>
    public bool Packs { get; init; }

    /// <summary>How many of it are made at once.</summary>
    public int AtOnce { get; init; } = 1;

    public static Call Unary(Ask ask) => new(MethodType.Unary, "Unary", Step.Send(ask)) { Expected = Outcome.Ok };

    public static Call TakeAll(params Step[] steps) =>
        new(MethodType.ClientStreaming, "TakeAll", steps) { Expected = Outcome.Ok };

    public static Call GiveAll(Ask ask) =>
        new(MethodType.ServerStreaming, "GiveAll", Step.Send(ask)) { Expected = Outcome.Ok };

    public static Call Converse(params Step[] steps) =>
        new(MethodType.DuplexStreaming, "Converse", steps) { Expected = Outcome.Ok };

    public Call Gives(Outcome expected) => this with { Expected = expected };

    /// <summary>A request with so many zeros, wanting replies with so many zeros.</summary>
    public static Ask Ask(int size, params int[] wanted) => new()
    {
        Body = UnsafeByteOperations.UnsafeWrap(new byte[size]),
        Wanted = { wanted.Select(one => new Wanted { Size = one }) },
    };

    /// <summary>A request that wants the call to end so.</summary>
    public static Ask Ending(StatusCode code, string message) =>
        new() { Ending = new Ending { Code = (int)code, Message = message } };
}

/// <summary>What a client does next in a call.</summary>
/// <param name="Do">send, take (wait for one reply more), close (no more requests) or cancel.</param>
/// <param name="Message">What is sent.</param>
/// <param name="IsPlain">The message is not packed though the call is.</param>
internal sealed record Step(string Do, Ask? Message = null, bool IsPlain = false)
{
    public static Step Take { get; } = new("take");

    public static Step Close { get; } = new("close");

    public static Step Cancel { get; } = new("cancel");

    public static Step Send(Ask message) => new("send", message);

    public static Step SendPlain(Ask message) => new("send", message, IsPlain: true);
}
