using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Anything = Google.Protobuf.WellKnownTypes.Value;

namespace NaraVard.Testing.Made;

/// <summary>Valid messages of any type, made by walking its descriptor, odd values included.</summary>
/// <param name="random">Where chance comes from; the same seed makes the same messages.</param>
/// <param name="known">The types that an Any is filled with.</param>
public sealed class MadeMessage(Random random, params MessageDescriptor[] known)
{
    private const int FieldsWanted = 6;
    private const int DepthMax = 3;
    private static readonly double[] Fractions =
        [0, -0.0, 1, -1.5, 1e-7, 1e300, double.Epsilon, double.NaN, double.PositiveInfinity, double.MinValue];

    private int depth;

    /// <summary>A message with some of its fields set.</summary>
    public IMessage Of(MessageDescriptor type)
    {
        depth++;
        var message = WellKnown(type) ?? Filled(type);
        depth--;
        return message;
    }

    private IMessage Filled(MessageDescriptor type)
    {
        var message = type.Parser.ParseFrom([]);
        var fields = type.Fields.InDeclarationOrder();
        foreach (var field in fields)
        {
            if (random.Next(Math.Max(fields.Count, 2)) >= FieldsWanted || (depth > DepthMax && IsMessage(field)))
                continue;
            if (field.IsMap)
                FillMap((IDictionary)field.Accessor.GetValue(message), field.MessageType);
            else if (field.IsRepeated)
                FillList((IList)field.Accessor.GetValue(message), field);
            else
                field.Accessor.SetValue(message, Value(field));
        }
        return message;
    }

    private static bool IsMessage(FieldDescriptor field) => field.FieldType == FieldType.Message;

    private void FillList(IList list, FieldDescriptor field)
    {
        for (var count = random.Next(4); count > 0; count--)
            list.Add(Value(field));
    }

    private void FillMap(IDictionary map, MessageDescriptor entry)
    {
        for (var count = random.Next(4); count > 0; count--)
            map[Value(entry.FindFieldByNumber(1))] = Value(entry.FindFieldByNumber(2));
    }

    private object Value(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message when Bare(field.MessageType) is { } wrapped => Value(wrapped),
        FieldType.Message => Of(field.MessageType),
        FieldType.String => MadeText.Of(random),
        FieldType.Bytes => ByteString.CopyFrom(Bytes(random.Next(20))),
        FieldType.Bool => random.Next(2) == 1,
        FieldType.Enum => field.EnumType.Values[random.Next(field.EnumType.Values.Count)].Number,
        FieldType.Double => Fraction(),
        FieldType.Float => (float)Math.Clamp(Fraction(), float.MinValue, float.MaxValue),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int)Whole(int.MinValue, int.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)Whole(0, uint.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Whole(long.MinValue, long.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)Whole(long.MinValue, long.MaxValue),
        _ => throw new NotSupportedException($"{field.FullName}: {field.FieldType}"),
    };

    // A wrapper such as Int32Value is a bare value in C#.
    private static FieldDescriptor? Bare(MessageDescriptor type) =>
        type.File.Name == "google/protobuf/wrappers.proto" ? type.FindFieldByNumber(1) : null;

    private IMessage? WellKnown(MessageDescriptor type) => type.FullName switch
    {
        "google.protobuf.Timestamp" => new Timestamp
        {
            Seconds = random.NextInt64(-62_135_596_800, 253_402_300_799),
            Nanos = random.Next(2) * random.Next(1_000_000_000),
        },
        "google.protobuf.Duration" => new Duration { Seconds = random.Next(1_000_000), Nanos = random.Next(1000) },
        "google.protobuf.FieldMask" => new FieldMask { Paths = { "a", "b_c.d" } },
        "google.protobuf.Struct" => OfStruct(),
        "google.protobuf.Value" => OfAnything(),
        "google.protobuf.Any" => known.Length == 0 ? new Any() : Any.Pack(Of(known[random.Next(known.Length)])),
        _ => null,
    };

    // The official writer takes no empty names here.
    private Struct OfStruct()
    {
        var made = new Struct();
        for (var count = random.Next(4); count > 0; count--)
            made.Fields["k" + MadeText.Of(random)] = (Anything)Of(Anything.Descriptor);
        return made;
    }

    private Anything OfAnything() => random.Next(depth > DepthMax ? 4 : 6) switch
    {
        0 => Anything.ForNull(),
        1 => Anything.ForNumber(random.Next()),
        2 => Anything.ForString(MadeText.Of(random)),
        3 => Anything.ForBool(true),
        4 => Anything.ForStruct((Struct)Of(Struct.Descriptor)),
        _ => Anything.ForList((Anything)Of(Anything.Descriptor)),
    };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private double Fraction() =>
        random.Next(2) == 0 ? random.NextDouble() : Fractions[random.Next(Fractions.Length)];

    private long Whole(long least, long most) => random.Next(4) switch
    {
        0 => least,
        1 => most,
        2 => Math.Max(least, random.Next(100)),
        _ => most == long.MaxValue ? random.NextInt64() : random.NextInt64(least, most),
    };
}
