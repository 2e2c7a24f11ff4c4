using Google.Protobuf;
using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>One kind of call that every server answers.</summary>
/// <param name="Name">As it stands in the lines that are printed.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="PerCall">How many of it a call brings.</param>
/// <param name="Streams">Calls at the same time on each of 10 connections.</param>
internal sealed record Shape(string Name, string Path, IMessage Request, string Unit, int PerCall, int Streams)
{
    public static IReadOnlyList<Shape> All { get; } =
    [
        new("echo", "/naravard.benchmarks.grpc.v1.Echo/Say", Messages.Hundred, "requests", 1, 20),
        new("request", "/naravard.handoff.v1.HandoffService/RequestHandoff", Messages.Request, "requests", 1, 20),
        new("watch", "/naravard.handoff.v1.HandoffService/WatchHandoffs", Messages.Watch, "messages",
            Messages.ChangesInStream, 5),
    ];

    public H2Load Load(string address) => new(address + Path, "content-type: application/grpc", "te: trailers")
    {
        Streams = Streams,
        Body = Frames.Of(Request),
    };
}
