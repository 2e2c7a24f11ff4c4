using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Clinics;

/// <summary>Every rule of clinics that can say no. The README lists the codes.</summary>
internal static class ClinicRefusals
{
    public static RuleViolation Closed() => new("clinic-closed", new(
        "Mottagningen är stängd för gott. Inget har ändrats.",
        "The clinic is closed for good. Nothing was changed."));

    public static RuleViolation Elsewhere() => new("clinic-elsewhere", new(
        "Mottagningen ligger i ett annat län. Bara den egna regionens mottagningar läggs upp här.",
        "The clinic lies in another county. Only the own region's clinics are set up here."));

    public static Conflict Exists(string clinicId) => new("clinic-exists", new(
        "Det finns redan en mottagning med detta HSA-id och annat innehåll.",
        "There is already a clinic with this HSA-id and other content."), clinicId);
}
