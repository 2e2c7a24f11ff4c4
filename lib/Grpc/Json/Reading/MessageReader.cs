using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Reading;

/// <summary>An object whose members are the fields of a message, by JSON name or by name in the contract.</summary>
internal sealed class MessageReader(MessageDescriptor descriptor) : ValueReader
{
    private const int NameMax = 200;
    private const int BitsPerWord = 64;

    private FrozenDictionary<string, FieldReader> fields = FrozenDictionary<string, FieldReader>.Empty;
    private FieldReader[] ordered = [];

    public override uint WireType => LengthType;

    public MessageDescriptor Descriptor => descriptor;

    public IReadOnlyList<FieldReader> Fields => ordered;

    /// <summary>Second step of construction, since messages may hold themselves.</summary>
    public void Link(IEnumerable<FieldReader> own)
    {
        ordered = own.ToArray();
        var named = new Dictionary<string, FieldReader>();
        foreach (var field in ordered)
            named[field.Field.Name] = field;
        foreach (var field in ordered)
            named[field.Field.JsonName] = field;
        fields = named.ToFrozenDictionary();
    }

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Refuse(ref json, intake, Faults.NotAnObject);
            return;
        }

        var start = intake.BeginMessage(ref json);
        if (start < 0)
            return;
        ReadMembers(ref json, intake);
        intake.EndMessage(start);
    }

    /// <summary>Reads the members of the object that the reader has entered, without a length in front.</summary>
    public void ReadMembers(ref Utf8JsonReader json, Intake intake, bool isAny = false)
    {
        Span<ulong> seen = stackalloc ulong[(ordered.Length / BitsPerWord) + 1];
        Span<ulong> chosen = stackalloc ulong[(descriptor.Oneofs.Count / BitsPerWord) + 1];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (isAny && json.ValueTextEquals("@type"u8))
            {
                json.Skip();
                continue;
            }

            var field = Find(ref json, out var name);
            json.Read();
            if (field is null)
            {
                intake.Fault(name, Faults.UnknownField);
                json.Skip();
                continue;
            }

            intake.Push(field.Field.JsonName);
            if (!TryMark(seen, field.Field.Index))
            {
                Refuse(ref json, intake, Faults.DuplicateField);
            }
            else if (json.TokenType != JsonTokenType.Null || field.KeepsNull)
            {
                if (field.Oneof is { } oneof && !TryMark(chosen, oneof.Index))
                    intake.Fault(Faults.AtMostOneOf(oneof));
                field.Read(ref json, intake);
            }

            intake.Pop();
        }
    }

    /// <summary>The field that a name stands for; null when there is none.</summary>
    public FieldReader? Find(ReadOnlySpan<char> name) =>
        fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var field) ? field : null;

    private FieldReader? Find(ref Utf8JsonReader json, out string name)
    {
        name = "";
        if (!json.ValueIsEscaped && json.ValueSpan.Length <= NameMax)
        {
            Span<char> text = stackalloc char[NameMax];
            var length = Encoding.UTF8.GetChars(json.ValueSpan, text);
            if (Find(text[..length]) is { } field)
                return field;
        }

        name = JsonText.Get(ref json) ?? "?";
        return json.ValueIsEscaped ? Find(name) : null;
    }

    private static bool TryMark(Span<ulong> bits, int index)
    {
        ref var word = ref bits[index / BitsPerWord];
        var bit = 1UL << (index % BitsPerWord);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }
}
