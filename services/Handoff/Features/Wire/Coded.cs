using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Wire to domain: ids and coded values.</summary>
internal static class Coded
{
    public static readonly Text Required = new("Fältet måste fyllas i.", "The field is required.");

    private static readonly Text Unknown = new("Koden finns inte i kodlistan.", "The code is not in the code list.");

    private static readonly Text NotAnId = new("Ange ett UUID.", "Give a UUID.");

    /// <summary>The domain's value with the same number; a violation when none or an unknown one was given.</summary>
    public static T Parse<T, TWire>(string field, TWire value, Violations faults)
        where T : struct, Enum
        where TWire : struct, Enum
    {
        var number = Convert.ToInt32(value);
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
        if (Guid.TryParse(text, out var id) && id != Guid.Empty)
            return id;
        faults.Add(field, text.Length == 0 ? "required" : "malformed", text.Length == 0 ? Required : NotAnId);
        return default;
    }

    /// <summary>The id of a request whose only other input is its path.</summary>
    public static Guid HandoffId(string text)
    {
        var faults = new Violations();
        var id = Id("handoffId", text, faults);
        faults.ThrowIfAny();
        return id;
    }

    /// <summary>A step of the clinical frailty scale, 1 to 9; a violation for anything else.</summary>
    public static void CheckFrailty(string field, int step, Violations faults)
    {
        if (step is < 1 or > 9)
            faults.Add(field, "out-of-range", new Text("Värdet ska vara 1 till 9.", "The value is 1 to 9."));
    }
}
