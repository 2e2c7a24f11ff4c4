using NaraVard.Listing.Domain.Clinics;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Wire to domain: whom a clinic receives, and where people book.</summary>
internal static class ParsedVisiting
{
    private static readonly Text NotHttps = new(
        "Ange en hel länk som börjar med https://.", "Give a whole link that begins with https://.");

    private static readonly Text OutOfRange = new("Åldern är 0 till 130 år.", "The age is 0 to 130 years.");

    private static readonly Text OldestFirst = new(
        "Den äldsta är yngre än den yngsta.", "The oldest is younger than the youngest.");

    /// <summary>The ages that are received.</summary>
    public static AgeLimits Ages(Proto.ClinicProfile said, Violations faults)
    {
        var ages = new AgeLimits(
            said.HasYoungestAgeYears ? Age("profile.youngestAgeYears", said.YoungestAgeYears, faults) : null,
            said.HasOldestAgeYears ? Age("profile.oldestAgeYears", said.OldestAgeYears, faults) : null);
        if (ages.Oldest < ages.Youngest)
            faults.Add("profile.oldestAgeYears", "oldest-first", OldestFirst);
        return ages;
    }

    /// <summary>An age in whole years; a violation when nobody has it.</summary>
    public static int Age(string field, int years, Violations faults)
    {
        if (years is < 0 or > AgeLimits.YearsMax)
            faults.Add(field, "out-of-range", OutOfRange);
        return years;
    }

    /// <summary>The page where people book; empty when there is none.</summary>
    public static string Link(string text, Violations faults)
    {
        var link = faults.Optional("profile.bookingLink", text, BookingLink.LengthMax) ?? "";
        if (link.Length > 0 && !BookingLink.IsSound(link))
            faults.Add("profile.bookingLink", "link-not-https", NotHttps);
        return link;
    }
}
