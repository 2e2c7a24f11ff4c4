using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Streaming;

/// <summary>What is known of a stream's replies: how one is written, and which field says where to resume.</summary>
internal sealed class JsonStreamShape
{
    private const string CursorField = "cursor";
    private static readonly string[] Markers = ["end", "error"];

    private readonly FieldDescriptor? cursor;

    public JsonStreamShape(JsonReply reply, MessageDescriptor type)
    {
        Reply = reply;
        cursor = Cursor(type);
        if (type.Fields.InDeclarationOrder().FirstOrDefault(field => Markers.Contains(field.JsonName)) is { } clash)
            throw new NotSupportedException($"the streamed field {clash.FullName} has the name of an end marker.");
    }

    public JsonReply Reply { get; }

    public string CursorOf(IMessage reply) => cursor?.Accessor.GetValue(reply) as string ?? "";

    /// <summary>The field that a stream is resumed by, in replies and requests alike; null for none.</summary>
    public static FieldDescriptor? Cursor(MessageDescriptor type) =>
        type.FindFieldByName(CursorField) is { FieldType: FieldType.String, IsRepeated: false } field ? field : null;
}
