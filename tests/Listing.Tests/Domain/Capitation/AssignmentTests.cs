using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Features;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed class AssignmentTests
{
    [Fact]
    public void K04_has_both_parts_and_each_is_followed_up_on_its_own()
    {
        var basic = new Requirement(RequirementArea.Staffing, AssignmentPart.BasicConditions);
        var task = new Requirement(RequirementArea.Continuity, AssignmentPart.PrimaryCareTask);

        var whole = new Assignment(
            [basic, task], [AssignmentPart.PrimaryCareTask, AssignmentPart.BasicConditions], null);
        var half = new Assignment([task, task], [AssignmentPart.BasicConditions], null);
        var none = new Assignment([], [], null);

        Assert.Empty(whole.PartsWithoutRequirement.Concat(whole.PartsWithoutFollowUp));
        Assert.Equal([AssignmentPart.BasicConditions], half.PartsWithoutRequirement);
        Assert.Equal([AssignmentPart.PrimaryCareTask], half.PartsWithoutFollowUp);
        Assert.Equal(2, none.PartsWithoutRequirement.Count());
    }

    [Fact]
    public void A_unit_answers_for_the_areas_that_something_is_asked_in()
    {
        var assignment = new Assignment(
            [
                new(RequirementArea.Staffing, AssignmentPart.BasicConditions),
                new(RequirementArea.Listing, AssignmentPart.BasicConditions),
                new(RequirementArea.Staffing, AssignmentPart.PrimaryCareTask),
            ],
            [], null);

        Assert.Equal([RequirementArea.Staffing, RequirementArea.Listing], assignment.Areas.Order());
    }

    [Fact]
    public void V06_the_catalogue_has_every_heading_and_those_of_K03_K04_and_dental_care() => Assert.Equal(
        [
            "Hälsofrämjande", "Vård och behandling", "Rehabilitering och habilitering", "Läkemedel",
            "Kvalitet och patientsäkerhet", "Tillgänglighet", "Intyg", "Diagnostik och medicinsk service", "Smittskydd",
            "Samhällsmedicinskt ansvar", "Krisberedskap", "Samarbete", "Samverkan vid utskrivning och SIP",
            "Undervisning", "Forskning och utveckling", "Kompetens och bemanning", "Allmänna villkor",
            "Arbetsgivaransvar", "Lokaler och utrustning", "Digitalisering", "Remisshantering", "Listning",
            "Personcentrerat förhållningssätt", "Kontinuitet och samordning", "Administration", "Revisionsintervall",
            "Bettkontroll", "Akut tandvård", "Samverkan med specialisttandvården",
        ],
        Enum.GetValues<RequirementArea>().Select(area => CapitationCodes.NameOf(area).Sv));
}
