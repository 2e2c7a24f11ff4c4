using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Grpc.Json.Writing;

/// <summary>Times in UTC and durations in seconds, with no decimals or 3, 6 or 9 of them.</summary>
internal static class TimeWriters
{
    private const int NanosPerSecond = 1_000_000_000;
    private const int TextMax = 40;

    public static void Timestamp(Utf8JsonWriter json, Timestamp value)
    {
        Span<char> text = stackalloc char[TextMax];
        if (value.Nanos is < 0 or >= NanosPerSecond)
            throw new InvalidOperationException("A Timestamp has nanoseconds outside its second.");
        var time = DateTime.UnixEpoch.AddSeconds(value.Seconds);
        time.TryFormat(text, out var count, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        count += Fraction(value.Nanos, text[count..]);
        text[count++] = 'Z';
        json.WriteStringValue(text[..count]);
    }

    public static void Duration(Utf8JsonWriter json, Duration value)
    {
        Span<char> text = stackalloc char[TextMax];
        var count = 0;
        if (value.Seconds < 0 || value.Nanos < 0)
            text[count++] = '-';
        Math.Abs(value.Seconds).TryFormat(text[count..], out var digits, default, CultureInfo.InvariantCulture);
        count += digits;
        count += Fraction(Math.Abs(value.Nanos), text[count..]);
        text[count++] = 's';
        json.WriteStringValue(text[..count]);
    }

    private static int Fraction(int nanos, Span<char> text)
    {
        if (nanos == 0)
            return 0;
        var (value, format) = nanos switch
        {
            _ when nanos % 1_000_000 == 0 => (nanos / 1_000_000, "D3"),
            _ when nanos % 1_000 == 0 => (nanos / 1_000, "D6"),
            _ => (nanos, "D9"),
        };
        text[0] = '.';
        value.TryFormat(text[1..], out var digits, format, CultureInfo.InvariantCulture);
        return digits + 1;
    }
}
