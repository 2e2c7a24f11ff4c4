using Google.Protobuf;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Testing.Made;

namespace NaraVard.Grpc.Tests.Hostile.Calls;

/// <summary>A gRPC request that is sound when made and may be made wrong afterwards.</summary>
internal sealed class GrpcRequest
{
    public GrpcRequest(Random random)
    {
        Target = GrpcTarget.All[random.Next(GrpcTarget.All.Length)];
        Path = Target.Path;
        for (var count = Target.TakesMany ? random.Next(5) : 1; count > 0; count--)
            Messages.Add(Framed.Of(0, Content(random)));
        if (random.Next(4) == 0)
            Metadata.Add(("grpc-accept-encoding", "gzip, identity"));
        if (random.Next(3) == 0)
            Metadata.Add(("echo-x", MadeText.OfHeader(random, 40)));
    }

    public GrpcTarget Target { get; }

    public string Verb { get; set; } = "POST";

    public string Path { get; set; }

    public string? ContentType { get; set; } = "application/grpc";

    public string? Timeout { get; set; }

    public string? Encoding { get; set; }

    public List<(string Name, string Value)> Metadata { get; } = [];

    /// <summary>True when the handler cannot read its metadata, or cannot send back what it is told to.</summary>
    public bool HasBadMetadata { get; set; }

    /// <summary>Frames, or what stands in their place.</summary>
    public List<byte[]> Messages { get; } = [];

    public Ending Ending { get; set; }

    /// <summary>What was done to it.</summary>
    public List<string> Done { get; } = [];

    public byte[] Body => [.. Messages.SelectMany(bytes => bytes)];

    /// <summary>The bytes of a valid message.</summary>
    public byte[] Content(Random random) =>
        new MadeMessage(random, Transcoding.V1.Inner.Descriptor).Of(Target.Request).ToByteArray();

    public Plan Plan()
    {
        List<(string, string)> headers =
        [
            (":method", Verb), (":scheme", "http"), (":path", Path), (":authority", "localhost"), ("te", "trailers"),
        ];
        if (ContentType is not null)
            headers.Add(("content-type", ContentType));
        if (Timeout is not null)
            headers.Add(("grpc-timeout", Timeout));
        if (Encoding is not null)
            headers.Add(("grpc-encoding", Encoding));
        headers.AddRange(Metadata);
        var verdict = GrpcOracle.Of(this);
        // A stream that is left open is answered only when something is wrong with it already.
        var ending = Ending == Ending.LeftOpen && !verdict.IsAnsweredEarly ? Ending.Reset : Ending;
        return new($"{Target.Path}: {string.Join(", ", Done)}", headers, Body, ending, verdict.Complaint);
    }
}
