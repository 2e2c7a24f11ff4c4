namespace NaraVard.Identifiers;

/// <summary>The modulus-10 check digit of personnummer, organisation numbers and some reserve numbers.</summary>
internal static class Luhn
{
    /// <summary>
    /// What the running sum grows by for the value at a place counted from the right, the check digit's own place being
    /// 0.
    /// </summary>
    public static int Term(int value, int placeFromRight)
    {
        var weighted = placeFromRight % 2 == 1 ? value * 2 : value;
        return weighted > 9 ? weighted - 9 : weighted;
    }

    /// <summary>True when the last digit checks the ones before it. The text has digits only.</summary>
    public static bool Holds(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += Term(digits[i] - '0', digits.Length - 1 - i);
        return sum % 10 == 0;
    }
}
