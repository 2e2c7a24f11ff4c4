using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Grpc.Json.Reading;

/// <summary>Whole numbers, as JSON numbers or strings; 1.0 and 1e2 are whole too.</summary>
internal sealed class IntegerReader<T>(uint wireType, Action<WireBuffer, T> write) : TextReader(Faults.NotAnInteger)
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly decimal Least = decimal.CreateChecked(T.MinValue);
    private static readonly decimal Most = decimal.CreateChecked(T.MaxValue);

    public override uint WireType => wireType;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType == JsonTokenType.Number)
            ReadText(json.ValueSpan, intake);
        else
            base.Read(ref json, intake);
    }

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && text[0] != (byte)'+')
            write(intake.Wire, value);
        else if (text.IsEmpty || text[0] == (byte)'+' || !LooksLikeNumber(text))
            intake.Fault(Faults.NotAnInteger);
        else if (!decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number))
            intake.Fault(Faults.OutOfRange);
        else if (number != decimal.Truncate(number))
            intake.Fault(Faults.NotAnInteger);
        else if (number < Least || number > Most)
            intake.Fault(Faults.OutOfRange);
        else
            write(intake.Wire, T.CreateChecked(number));
    }

    private static bool LooksLikeNumber(ReadOnlySpan<byte> text) =>
        double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number);
}

/// <summary>Numbers with a fraction; NaN and the infinities by name.</summary>
internal sealed class FractionReader(bool isDouble) : TextReader(Faults.NotANumber)
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public override uint WireType => isDouble ? Fixed64Type : Fixed32Type;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType == JsonTokenType.Number)
            ReadText(json.ValueSpan, intake);
        else
            base.Read(ref json, intake);
    }

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        if (Named(text) is { } named)
            Write(named, intake.Wire);
        else if (text.IsEmpty || IsWord(text)
            || !double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
            intake.Fault(Faults.NotANumber);
        else if (double.IsInfinity(value) || (!isDouble && float.IsInfinity((float)value)))
            intake.Fault(Faults.OutOfRange);
        else
            Write(value, intake.Wire);
    }

    private static double? Named(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("NaN"u8) ? double.NaN
        : text.SequenceEqual("Infinity"u8) ? double.PositiveInfinity
        : text.SequenceEqual("-Infinity"u8) ? double.NegativeInfinity
        : null;

    // The framework's parser knows other spellings of the names above, which JSON does not.
    private static bool IsWord(ReadOnlySpan<byte> text) =>
        text[0] == (byte)'+' || text.IndexOfAny("iInN∞"u8) >= 0;

    private void Write(double value, WireBuffer wire)
    {
        if (isDouble)
            wire.Fixed64(BitConverter.DoubleToUInt64Bits(value));
        else
            wire.Fixed32(BitConverter.SingleToUInt32Bits((float)value));
    }
}
