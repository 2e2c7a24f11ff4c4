using NaraVard.Identifiers;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Declarations;
using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed class DeclarationRulesTests
{
    private static readonly HashSet<RequirementArea> Areas =
        [RequirementArea.Medicines, RequirementArea.Listing, RequirementArea.Referrals];

    [Fact]
    public void Every_area_is_answered_for_once_and_no_other()
    {
        var faults = DeclarationRules.Faults(
            Areas, [Met(RequirementArea.Referrals), Met(RequirementArea.Teaching), Met(RequirementArea.Referrals)]);

        Assert.Equal(
            [
                (AnswerFaultKind.AreaUnknown, RequirementArea.Teaching, 1),
                (AnswerFaultKind.AreaTwice, RequirementArea.Referrals, 2),
                (AnswerFaultKind.AreaMissing, RequirementArea.Medicines, 3),
                (AnswerFaultKind.AreaMissing, RequirementArea.Listing, 3),
            ],
            faults.Select(fault => (fault.Kind, fault.Area, fault.Index)));
        Assert.Empty(DeclarationRules.Faults(Areas, [.. Areas.Select(Met)]));
    }

    [Theory]
    [InlineData(Fulfilment.Met, "", false)]
    [InlineData(Fulfilment.PartlyMet, "", true)]
    [InlineData(Fulfilment.NotMet, "", true)]
    [InlineData(Fulfilment.NotMet, "I mars.", false)]
    public void What_is_not_met_in_full_is_explained(object fulfilment, string comment, bool isWrong)
    {
        var answers = Areas.Select(Met).ToArray();
        answers[1] = answers[1] with { Fulfilment = (Fulfilment)fulfilment, Comment = comment };

        var faults = DeclarationRules.Faults(Areas, answers);

        Assert.Equal(
            isWrong ? [AnswerFaultKind.CommentMissing] : [], faults.Select(fault => fault.Kind));
    }

    // The agreement is of 2026 alone; the package is of 2026 and 2027.
    [Theory]
    [InlineData("2025-12-01", ListingType.PrimaryCare, true)]
    [InlineData("2026-12-31", ListingType.PrimaryCare, true)]
    [InlineData("2027-01-01", ListingType.PrimaryCare, false)]
    [InlineData("2026-06-01", ListingType.Dental, false)]
    public void Who_has_an_agreement_for_the_care_on_a_day_of_the_package_is_asked(
        string today, object care, bool isAsked)
    {
        var (first, last) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        var clinic = new Clinic(HsaId.Parse("SE9900000176-A"), first, new ClinicProfile
        {
            Name = "Gripen",
            OwnerForm = OwnerForm.Own,
            Kind = ClinicKind.HealthCentre,
            KommunCode = "1780",
            Position = new Position(59.4, 13.5),
            Agreements = [new Agreement((ListingType)care, first, last)],
        });
        var package = new Package(
            Guid.CreateVersion7(), "region:17", ChoiceSystem.PrimaryCare, "Hälsoval", first, last.AddYears(1), "{}");

        Assert.Equal(isAsked, DeclarationRules.IsAsked(clinic, package, DateOnly.Parse(today)));
        clinic.Close(first, ClosureReason.ContractEnded, first);
        Assert.False(DeclarationRules.IsAsked(clinic, package, DateOnly.Parse(today)));
    }

    private static AreaAnswer Met(RequirementArea area) => new(area, Fulfilment.Met, "");
}
