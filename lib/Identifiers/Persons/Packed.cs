namespace NaraVard.Identifiers.Persons;

/// <summary>
/// Twelve characters 0–9 and A–Z in one word of 64 bits, so that a number on the heap is no readable text.
/// </summary>
internal static class Packed
{
    /// <summary>How many characters every normalised number has.</summary>
    public const int Length = 12;

    private const int Radix = 36;

    public static ulong Pack(ReadOnlySpan<char> text)
    {
        var packed = 0UL;
        foreach (var c in text)
            packed = packed * Radix + (ulong)(c <= '9' ? c - '0' : c - 'A' + 10);
        return packed;
    }

    public static void Unpack(ulong packed, Span<char> text)
    {
        for (var i = Length - 1; i >= 0; i--, packed /= Radix)
        {
            var value = (int)(packed % Radix);
            text[i] = (char)(value < 10 ? '0' + value : 'A' + value - 10);
        }
    }
}
