using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Binding;

/// <summary>The address of what was created: a path whose variables are fields of the reply.</summary>
internal sealed class LocationTemplate
{
    private readonly (string Literal, FieldDescriptor[] Fields)[] parts;

    private LocationTemplate((string Literal, FieldDescriptor[] Fields)[] parts) => this.parts = parts;

    public static LocationTemplate Parse(string text, MessageDescriptor reply) => new(PathTemplate.Parse(text).Segments
        .Select(part => part.IsVariable ? ("", Resolve(reply, part.Text)) : (part.Text, Array.Empty<FieldDescriptor>()))
        .ToArray());

    public string For(IMessage reply) =>
        "/" + string.Join('/', parts.Select(part =>
            part.Fields.Length == 0 ? part.Literal : Value(reply, part.Fields)));

    private static string Value(object at, FieldDescriptor[] fields)
    {
        foreach (var field in fields)
            at = field.Accessor.GetValue((IMessage)at) ?? "";
        return Uri.EscapeDataString(Convert.ToString(at, CultureInfo.InvariantCulture) ?? "");
    }

    private static FieldDescriptor[] Resolve(MessageDescriptor reply, string path)
    {
        var fields = new List<FieldDescriptor>();
        var at = reply;
        foreach (var name in path.Split('.'))
        {
            var field = at?.FindFieldByName(name);
            if (field is null || field.IsRepeated)
                throw new NotSupportedException(
                    $"created_location names '{path}', which is no single field of the reply.");
            fields.Add(field);
            at = field.FieldType == FieldType.Message ? field.MessageType : null;
        }

        return at is null
            ? [.. fields]
            : throw new NotSupportedException($"created_location names '{path}', which is a message.");
    }
}
