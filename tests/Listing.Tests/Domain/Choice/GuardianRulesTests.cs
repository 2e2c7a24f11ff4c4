using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Tests.Domain.Choice;

public sealed class GuardianRulesTests
{
    private const string Fine = "";

    [Theory]
    [InlineData(GuardianRule.AnyOne, new int[0], "guardian-needed")]
    [InlineData(GuardianRule.AnyOne, new[] { 2 }, Fine)]
    [InlineData(GuardianRule.AnyOne, new[] { 3 }, Fine)]
    [InlineData(GuardianRule.AnyOne, new[] { 2, 4 }, "wrong-guardian")]
    [InlineData(GuardianRule.AnyOne, new[] { 4 }, "wrong-guardian")]
    [InlineData(GuardianRule.All, new[] { 2 }, "guardian-missing")]
    [InlineData(GuardianRule.All, new[] { 3, 2 }, Fine)]
    [InlineData(GuardianRule.All, new[] { 2, 3, 4 }, "wrong-guardian")]
    public void One_or_all_guardians_choose_for_a_child(object rule, int[] guardians, string code) =>
        Assert.Equal(code, Code((GuardianRule)rule, new(2019, 1, 1), guardians));

    [Theory]
    [InlineData("2010-11-21", "guardian-needed")]
    [InlineData("2010-11-20", Fine)]
    [InlineData("1980-01-01", Fine)]
    public void From_the_day_of_the_age_the_person_chooses(string birth, string code) =>
        Assert.Equal(code, Code(GuardianRule.All, DateOnly.Parse(birth)));

    [Theory]
    [InlineData("2008-11-21", Fine)]
    [InlineData("2008-11-20", "wrong-guardian")]
    public void Guardians_choose_for_nobody_of_age(string birth, string code) =>
        Assert.Equal(code, Code(GuardianRule.All, DateOnly.Parse(birth), 2, 3));

    private static string Code(GuardianRule rule, DateOnly birth, params int[] guardians)
    {
        return GuardianRules.Obstacle(
            [.. guardians.Select(A.Key)], A.Child(birth, 2, 3), new(rule, 16), A.Today)?.Code ?? Fine;
    }
}
