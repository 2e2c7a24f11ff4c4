using NaraVard.Platform.Errors;

namespace NaraVard.Platform.Rest;

/// <summary>Wire to domain: ids and coded values. Domain enums and wire enums have the same numbers.</summary>
public static class Coded
{
    /// <summary>What a field that was left out is told.</summary>
    public static readonly Text Required = new("Fältet måste fyllas i.", "The field is required.");

    private static readonly Text Unknown = new("Koden finns inte i kodlistan.", "The code is not in the code list.");

    private static readonly Text NotAnId = new("Ange ett UUID.", "Give a UUID.");

    /// <summary>The domain's value with the same number; a violation when none or an unknown one was given.</summary>
    public static T Parse<T, TWire>(string field, TWire value, Violations faults)
        where T : struct, Enum
        where TWire : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(faults);
        var number = Convert.ToInt32(value, provider: null);
        var parsed = (T)Enum.ToObject(typeof(T), number);
        if (number == 0)
            faults.Add(field, "required", Required);
        else if (!Enum.IsDefined(parsed))
            faults.Add(field, "unknown-code", Unknown);
        return parsed;
    }

    /// <summary>The id; a violation when it is no UUID.</summary>
    public static Guid Id(string field, string text, Violations faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(text);
        if (Guid.TryParse(text, out var id) && id != Guid.Empty)
            return id;
        faults.Add(field, text.Length == 0 ? "required" : "malformed", text.Length == 0 ? Required : NotAnId);
        return default;
    }
}
