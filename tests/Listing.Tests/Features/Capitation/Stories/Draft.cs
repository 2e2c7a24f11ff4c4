using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Listing.Tests.Features.Capitation;

/// <summary>Packages with sensible defaults.</summary>
internal static class Draft
{
    public static CreatePackageRequest Of(params PaymentComponent[] components)
    {
        var draft = new CreatePackageRequest
        {
            PackageId = Guid.CreateVersion7().ToString(),
            ChoiceSystem = ChoiceSystem.PrimaryCare,
            Name = "Hälsoval 2026",
            FromDay = "2026-01-01",
            Content = new()
            {
                PaymentModel = new() { ListingDay = ListingDay.LastOfPreviousMonth },
                Requirements =
                {
                    Requirement("equipment", RequirementArea.Premises, AssignmentPart.BasicConditions),
                    Requirement("sip", RequirementArea.DischargeAndSip, AssignmentPart.PrimaryCareTask),
                },
                FollowUps =
                {
                    FollowUp("access", AssignmentPart.BasicConditions),
                    FollowUp("continuity", AssignmentPart.PrimaryCareTask),
                },
            },
        };
        draft.Content.PaymentModel.Components.AddRange(components.Length == 0 ? [Listing("458")] : components);
        return draft;
    }

    /// <summary>Of dental care, which asks nothing unless it is said.</summary>
    public static CreatePackageRequest Dental(params PaymentComponent[] components)
    {
        var draft = Of(components);
        draft.ChoiceSystem = ChoiceSystem.Dental;
        draft.Content.Requirements.Clear();
        draft.Content.FollowUps.Clear();
        return draft;
    }

    public static Requirement Requirement(string code, RequirementArea area, AssignmentPart part = default) =>
        new() { Code = code, Area = area, Part = part, Text = "Enheten gör det." };

    public static FollowUp FollowUp(string code, AssignmentPart part = default) =>
        new() { Code = code, Part = part, Text = "Det följs upp.", Target = "55 %" };

    /// <summary>With a frame, shared by listing when nothing else is said.</summary>
    public static CreatePackageRequest Framed(string frame, params PaymentComponent[] before)
    {
        var draft = Of([.. before, Listing(null)]);
        draft.Content.PaymentModel.FramePerMonth = frame;
        return draft;
    }

    /// <summary>A point for each listed.</summary>
    public static PaymentComponent Listing(string? kronor) => new()
    {
        Code = "listning",
        PerPerson = new()
        {
            AgeKind = AgeKind.Completed,
            Bands = { new AgeBand { Points = "1" } },
            Price = kronor is null ? null : PerMonth(kronor),
        },
    };

    public static PaymentComponent Distance(params DistanceTier[] tiers) => new()
    {
        Code = "avstand",
        Distance = new() { Per = PricePeriod.Month, Tiers = { tiers } },
    };

    public static PaymentComponent Figure(string code, string measure, string kronor) => new()
    {
        Code = code,
        PerFigure = new() { Measure = measure, Price = PerMonth(kronor) },
    };

    /// <summary>Doctors' visits of those listed elsewhere, and of those who live in another region.</summary>
    public static PaymentComponent Visits() => new()
    {
        Code = "besok",
        VisitFees = new()
        {
            Visit = "lakare",
            Fees =
            {
                new VisitFee
                {
                    Relation = VisitRelation.ListedElsewhere,
                    Fee = "1000",
                    PatientFee = "200",
                    PatientFeeRetained = true,
                },
                new VisitFee { Relation = VisitRelation.OutOfRegion, Fee = "1666.666667" },
            },
        },
    };

    /// <summary>A krona for each who moved last year.</summary>
    public static PaymentComponent MovedIn() => new()
    {
        Code = "inflyttade",
        CareNeed = new()
        {
            WeightUnder5 = "0",
            WeightBornAbroad = "0",
            WeightAloneOver65 = "0",
            WeightSingleParent = "0",
            WeightMovedIn = "1",
            WeightUnemployed = "0",
            WeightLowEducation = "0",
            Reference = "1",
            Price = PerMonth("1"),
        },
    };

    public static DistanceTier Tier(string from, string to, string kronor) =>
        new() { FromKm = from, ToKm = to, KronorPerListed = kronor };

    public static Price PerMonth(string kronor) => new() { Kronor = kronor, Per = PricePeriod.Month };
}
