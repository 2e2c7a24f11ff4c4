using System.Text;
using Google.Protobuf.Reflection;
using Grpc.Json.Reading;

namespace Grpc.Json.Binding;

/// <summary>A field of the request, perhaps inside other messages, that plain text is bound to.</summary>
internal sealed class BoundField(IReadOnlyList<FieldReader> parents, FieldReader leaf)
{
    private const int StackMax = 512;

    /// <summary>Dotted names as they stand in JSON.</summary>
    public string JsonPath { get; } = string.Join('.', parents.Append(leaf).Select(part => part.Field.JsonName));

    /// <summary>Dotted names as they stand in the contract.</summary>
    public string ContractPath { get; } = string.Join('.', parents.Append(leaf).Select(part => part.Field.Name));

    public string ParentPath { get; } = string.Join('.', parents.Select(part => part.Field.Name));

    public bool IsRepeated => leaf.Field.IsRepeated;

    public FieldDescriptor Field => leaf.Field;

    public OneofDescriptor? Oneof => leaf.Oneof;

    /// <summary>Finds the field that a dotted path of the contract names; refuses what cannot be bound.</summary>
    public static BoundField Resolve(ValueReader message, string path)
    {
        var parents = new List<FieldReader>();
        var at = message;
        foreach (var name in path.Split('.'))
        {
            var fields = (at as MessageReader)?.Fields ?? [];
            if (fields.FirstOrDefault(candidate => candidate.Field.Name == name) is not { } field)
                throw new NotSupportedException($"there is no field '{path}' in the request.");
            parents.Add(field);
            at = field.Value;
        }

        var leaf = parents[^1];
        if (parents.Any(part => part.Field.IsRepeated) || !leaf.Value.TakesText)
            throw new NotSupportedException($"the field '{path}' is no single value and cannot be given in a path.");
        return new(parents[..^1], leaf);
    }

    /// <summary>Decodes the text and writes it to the wire under the tags of its parents.</summary>
    public void Read(ReadOnlySpan<char> raw, bool plusIsSpace, Intake intake)
    {
        var size = PercentText.MaxBytes(raw.Length);
        var text = size <= StackMax ? stackalloc byte[StackMax] : new byte[size];
        intake.Push(JsonPath);
        if (PercentText.TryDecode(raw, plusIsSpace, text, out var count))
            Write(text[..count], intake);
        else
            intake.Fault(Faults.InvalidText);
        intake.Pop();
    }

    /// <summary>Takes text that is not percent-encoded.</summary>
    public void Read(string text, Intake intake)
    {
        intake.Push(JsonPath);
        Write(Encoding.UTF8.GetBytes(text), intake);
        intake.Pop();
    }

    private void Write(ReadOnlySpan<byte> text, Intake intake)
    {
        Span<int> starts = stackalloc int[parents.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            intake.Wire.Varint(parents[i].Tag);
            starts[i] = intake.Wire.Begin();
        }

        leaf.ReadText(text, intake);
        for (var i = starts.Length - 1; i >= 0; i--)
            intake.Wire.End(starts[i]);
    }
}
