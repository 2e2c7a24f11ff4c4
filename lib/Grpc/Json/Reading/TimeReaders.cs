using System.Globalization;
using System.Text;

namespace Grpc.Json.Reading;

/// <summary>google.protobuf.Timestamp: RFC 3339 in any zone; a zone there must be.</summary>
internal sealed class TimestampReader() : TextReader(Faults.NotATime)
{
    private const int TextMax = 40;
    private const int DateTimeLength = 19;
    private const int OffsetLength = 6;
    private const long SecondsMin = -62_135_596_800;
    private const long SecondsMax = 253_402_300_799;

    public override uint WireType => LengthType;

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        var start = intake.Wire.Begin();
        if (!TryParse(text, out var seconds, out var nanos))
            intake.Fault(Faults.NotATime);
        SecondsAndNanos.Write(intake.Wire, seconds, nanos);
        intake.Wire.End(start);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out long seconds, out int nanos)
    {
        (seconds, nanos) = (0, 0);
        if (text.Length > TextMax)
            return false;
        Span<char> chars = stackalloc char[TextMax];
        var all = chars[..Encoding.UTF8.GetChars(text, chars)];
        if (all.Length <= DateTimeLength || (all[10] | 0x20) != 't')
            return false;
        all[10] = 'T';
        if (!DateTime.TryParseExact(all[..DateTimeLength], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var local))
            return false;

        var rest = (ReadOnlySpan<char>)all[DateTimeLength..];
        if (!SecondsAndNanos.TryTakeFraction(ref rest, out nanos) || !TryOffset(rest, out var offset))
            return false;
        seconds = ((local.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond) - offset;
        return seconds is >= SecondsMin and <= SecondsMax;
    }

    private static bool TryOffset(ReadOnlySpan<char> zone, out int seconds)
    {
        seconds = 0;
        if (zone is "Z" or "z")
            return true;
        if (zone.Length != OffsetLength || zone[3] != ':' || zone[0] is not ('+' or '-')
            || !TryDigits(zone[1..3], 23, out var hours) || !TryDigits(zone[4..], 59, out var minutes))
            return false;
        seconds = ((hours * 3600) + (minutes * 60)) * (zone[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= max;
}

/// <summary>google.protobuf.Duration: seconds with up to nine decimals and the letter s.</summary>
internal sealed class DurationReader() : TextReader(Faults.NotADuration)
{
    private const int TextMax = 40;
    private const long SecondsMax = 315_576_000_000;

    public override uint WireType => LengthType;

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        var start = intake.Wire.Begin();
        if (!TryParse(text, out var seconds, out var nanos))
            intake.Fault(Faults.NotADuration);
        SecondsAndNanos.Write(intake.Wire, seconds, nanos);
        intake.Wire.End(start);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out long seconds, out int nanos)
    {
        (seconds, nanos) = (0, 0);
        if (text.Length is < 2 or > TextMax || text[^1] != (byte)'s')
            return false;
        Span<char> chars = stackalloc char[TextMax];
        ReadOnlySpan<char> rest = chars[..Encoding.UTF8.GetChars(text[..^1], chars)];
        var sign = rest[0] == '-' ? -1 : 1;
        if (sign < 0)
            rest = rest[1..];
        var whole = rest.IndexOf('.') is var point and >= 0 ? rest[..point] : rest;
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) || seconds > SecondsMax)
            return false;
        rest = rest[whole.Length..];
        if (!SecondsAndNanos.TryTakeFraction(ref rest, out nanos) || !rest.IsEmpty)
            return false;
        seconds *= sign;
        nanos *= sign;
        return seconds is > -SecondsMax and < SecondsMax || nanos == 0;
    }
}

/// <summary>What Timestamp and Duration share on the wire: seconds and nanoseconds.</summary>
internal static class SecondsAndNanos
{
    private const int SecondsTag = 8;
    private const int NanosTag = 16;
    private const int Digits = 9;

    public static void Write(WireBuffer wire, long seconds, int nanos)
    {
        wire.Varint(SecondsTag);
        wire.Varint((ulong)seconds);
        wire.Varint(NanosTag);
        wire.Varint((ulong)nanos);
    }

    /// <summary>Takes ".5" off the front; true and 0 when there is no fraction.</summary>
    public static bool TryTakeFraction(ref ReadOnlySpan<char> text, out int nanos)
    {
        nanos = 0;
        if (text.IsEmpty || text[0] != '.')
            return true;
        var count = 1;
        for (; count < text.Length && char.IsAsciiDigit(text[count]); count++)
        {
            if (count <= Digits)
                nanos = (nanos * 10) + (text[count] - '0');
        }

        for (var i = count - 1; i < Digits; i++)
            nanos *= 10;
        text = text[count..];
        return count is > 1 and <= Digits + 1;
    }
}
