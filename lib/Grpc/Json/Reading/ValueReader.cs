using System.Text.Json;

namespace Grpc.Json.Reading;

/// <summary>Turns one JSON value into the wire form of one kind of field, without its tag.</summary>
internal abstract class ValueReader
{
    public const uint VarintType = 0;
    public const uint Fixed64Type = 1;
    public const uint LengthType = 2;
    public const uint Fixed32Type = 5;

    /// <summary>Protobuf's wire type of the value.</summary>
    public abstract uint WireType { get; }

    /// <summary>Whether null is a value and not the absence of one (google.protobuf.Value, NullValue).</summary>
    public virtual bool KeepsNull => false;

    /// <summary>Whether the value can be given as plain text in a path, a query or a map key.</summary>
    public virtual bool TakesText => false;

    /// <summary>Reads the value at the reader's token and leaves the reader on the value's last token.</summary>
    public abstract void Read(ref Utf8JsonReader json, Intake intake);

    /// <summary>Reads the value from plain UTF-8 text, known to be valid.</summary>
    public virtual void ReadText(ReadOnlySpan<byte> text, Intake intake) => throw new NotSupportedException();

    /// <summary>Notes that the value is of the wrong kind, and steps over it.</summary>
    protected static void Refuse(ref Utf8JsonReader json, Intake intake, Fault fault)
    {
        intake.Fault(fault);
        json.Skip();
    }
}

/// <summary>A value that is written as text: a JSON string, a map key, or part of a path or query.</summary>
internal abstract class TextReader(Fault notText) : ValueReader
{
    private const int StackMax = 256;

    public override bool TakesText => true;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType != JsonTokenType.String)
            Refuse(ref json, intake, notText);
        else
            ReadString(ref json, intake);
    }

    /// <summary>Reads the string at the reader's token, unescaped.</summary>
    protected void ReadString(ref Utf8JsonReader json, Intake intake)
    {
        if (!json.ValueIsEscaped)
        {
            ReadText(json.ValueSpan, intake);
            return;
        }

        var size = json.ValueSpan.Length;
        var copy = size <= StackMax ? stackalloc byte[StackMax] : new byte[size];
        if (JsonText.TryCopy(ref json, copy, out var count))
            ReadText(copy[..count], intake);
        else
            intake.Fault(Faults.InvalidText);
    }
}

/// <summary>Unescaping that answers instead of throwing.</summary>
internal static class JsonText
{
    public static bool TryCopy(ref Utf8JsonReader json, scoped Span<byte> target, out int count)
    {
        try
        {
            count = json.CopyString(target);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: \ud800 alone.
            count = 0;
            return false;
        }
    }

    public static string? Get(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
