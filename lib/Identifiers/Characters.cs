namespace NaraVard.Identifiers;

/// <summary>Looks at the few characters of an identifier, where a plain loop beats a vectorised search.</summary>
internal static class Characters
{
    /// <summary>True when there is nothing but 0–9.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
        }

        return true;
    }

    /// <summary>True when there is nothing but A–Z, a–z and 0–9.</summary>
    public static bool AreAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        return true;
    }
}
