using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Wire to domain: fields that several requests have.</summary>
internal static class Fields
{
    /// <summary>The id of a request whose only other input is its path.</summary>
    public static Guid HandoffId(string text)
    {
        var faults = new Violations();
        var id = Coded.Id("handoffId", text, faults);
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
