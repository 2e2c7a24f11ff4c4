using System.Globalization;

namespace Grpc.Wire;

/// <summary>The header <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
internal static class TimeoutHeader
{
    public const string Name = "grpc-timeout";

    // What eight digits can hold of the unit, in ticks; the finest that fits is used.
    private static readonly (char Unit, double Ticks)[] Units =
    [
        ('n', 0.01), ('u', TimeSpan.TicksPerMicrosecond), ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond), ('M', TimeSpan.TicksPerMinute), ('H', TimeSpan.TicksPerHour),
    ];

    public static string Format(TimeSpan timeout)
    {
        foreach (var (unit, ticks) in Units)
        {
            var count = Math.Ceiling(timeout.Ticks / ticks);
            if (count < 100_000_000)
                return Math.Max(count, 0).ToString(CultureInfo.InvariantCulture) + unit;
        }
        return "99999999H";
    }

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan timeout)
    {
        timeout = default;
        if (text.Length is < 2 or > 9
            || !uint.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        foreach (var (unit, ticks) in Units)
        {
            if (unit != text[^1])
                continue;
            timeout = TimeSpan.FromTicks((long)(count * ticks));
            return true;
        }
        return false;
    }
}
