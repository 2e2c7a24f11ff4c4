using NaraVard.Listing.Domain.Capitation.Components;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>What is told about a step of the distance stairs that is wrong.</summary>
internal static class TierTexts
{
    public static string Code(TierFaultKind kind) => kind switch
    {
        TierFaultKind.NotFromZero => "tiers-not-from-zero",
        TierFaultKind.Empty => "tier-empty",
        TierFaultKind.Overlap => "tiers-overlap",
        TierFaultKind.Gap => "tiers-gap",
        TierFaultKind.Falls => "tiers-fall",
        TierFaultKind.NotOpen => "tiers-not-open",
    };

    public static Text Text(TierFaultKind kind) => kind switch
    {
        TierFaultKind.NotFromZero => new("Första steget ska börja på 0 km.", "The first step begins at 0 km."),
        TierFaultKind.Empty => new("Steget slutar före det börjar.", "The step ends before it begins."),
        TierFaultKind.Overlap => new("Steget överlappar det förra.", "The step overlaps the one before it."),
        TierFaultKind.Gap => new("Det finns en lucka mot förra steget.", "There is a gap to the step before it."),
        TierFaultKind.Falls => new(
            "Beloppet är lägre än i förra steget.", "The amount is lower than in the step before."),
        TierFaultKind.NotOpen => new("Sista steget ska sakna slut.", "The last step has no end."),
    };
}
