using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Json;
using Grpc.Json.Reading;
using Grpc.Json.Writing;
using Grpc.Wire;
using NaraVard.Grpc.Tests.Transcoding.V1;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>JSON to a message and back, without a host.</summary>
internal static class Codec
{
    public static (T? Message, IReadOnlyList<ProblemViolation> Violations) Read<T>(string json, MessageDescriptor type)
        where T : class, IMessage => Read<T>(Encoding.UTF8.GetBytes(json), type);

    public static (T? Message, IReadOnlyList<ProblemViolation> Violations) Read<T>(byte[] json, MessageDescriptor type)
        where T : class, IMessage
    {
        using var intake = new Intake();
        JsonBody.ReadMessage(json, new JsonCodec().Readers.For(type), intake);
        return intake.IsSound
            ? ((T)type.Parser.ParseFrom(intake.Wire.Bytes, 0, intake.Wire.Length), [])
            : (null, intake.Violations);
    }

    public static Kinds Kinds(string json)
    {
        var (message, violations) = Read<Kinds>(json, Transcoding.V1.Kinds.Descriptor);
        Assert.Empty(violations.Select(v => $"{v.Field}: {v.English}"));
        return message!;
    }

    public static string Write(IMessage message)
    {
        using var buffer = new PooledBuffer();
        JsonOutput.Write(buffer, message, new JsonCodec().Writers.For(message.Descriptor).Write);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    /// <summary>What stands in the JSON under a name; null when nothing does.</summary>
    public static string? Member(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : null;
    }
}
