using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Grpc.Json.Binding;

/// <summary>Percent-encoded text of a path or query, decoded strictly: no half escapes, only valid UTF-8.</summary>
internal static class PercentText
{
    private const int EscapeLength = 3;

    /// <summary>Most bytes that decoding can give.</summary>
    public static int MaxBytes(int chars) => chars * 3;

    public static bool TryDecode(ReadOnlySpan<char> raw, bool plusIsSpace, Span<byte> target, out int count)
    {
        count = 0;
        while (!raw.IsEmpty)
        {
            if (raw[0] == '%')
            {
                if (raw.Length < EscapeLength
                    || !byte.TryParse(raw[1..EscapeLength], NumberStyles.AllowHexSpecifier, null, out target[count]))
                    return false;
                count++;
                raw = raw[EscapeLength..];
                continue;
            }

            if (Rune.DecodeFromUtf16(raw, out var rune, out var used) != System.Buffers.OperationStatus.Done)
                return false;
            if (plusIsSpace && rune.Value == '+')
                rune = new(' ');
            count += rune.EncodeToUtf8(target[count..]);
            raw = raw[used..];
        }

        return Utf8.IsValid(target[..count]);
    }
}
