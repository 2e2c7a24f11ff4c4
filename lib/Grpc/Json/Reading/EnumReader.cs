using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Reading;

/// <summary>A value of an enum by any of its names or by number. An unknown name is a fault that lists them.</summary>
internal sealed class EnumReader : TextReader
{
    private const int NameMax = 200;
    private const int ListedMax = 25;

    private readonly FrozenDictionary<string, int> numbers;
    private readonly Fault unknown;
    private readonly bool isNull;

    public EnumReader(EnumDescriptor descriptor) : base(Faults.NotAName)
    {
        numbers = descriptor.Values.ToFrozenDictionary(value => value.Name, value => value.Number);
        unknown = Faults.UnknownValue.With(string.Join(", ", descriptor.Values.Select(v => v.Name).Take(ListedMax)));
        isNull = descriptor.FullName == "google.protobuf.NullValue";
    }

    public override uint WireType => VarintType;

    public override bool KeepsNull => isNull;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType == JsonTokenType.Number)
            ReadText(json.ValueSpan, intake);
        else if (json.TokenType == JsonTokenType.Null && isNull)
            intake.Wire.Varint(0);
        else
            base.Read(ref json, intake);
    }

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        if (Find(text, out var number) || (Utf8Parser.TryParse(text, out number, out var used) && used == text.Length))
            intake.Wire.Varint((ulong)number);
        else
            intake.Fault(unknown);
    }

    private bool Find(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (text.Length > NameMax)
            return false;
        Span<char> name = stackalloc char[NameMax];
        var length = Encoding.UTF8.GetChars(text, name);
        return numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[..length], out number);
    }
}
