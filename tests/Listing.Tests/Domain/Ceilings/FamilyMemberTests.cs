using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Tests.Domain.Ceilings;

public sealed class FamilyMemberTests
{
    private const string Here = "0197a1c2-7f00-7000-8000-0000000000d1";
    private const string There = "0197a1c2-7f00-7000-8000-0000000000d2";

    /// <summary>The dwelling of who is listed, whether a guardian or child, the dwelling of who chooses.</summary>
    [Theory]
    [InlineData(Here, false, Here, true)]
    [InlineData(Here, true, Here, true)]
    [InlineData(There, true, Here, false)]
    [InlineData(There, false, Here, false)]
    [InlineData(null, true, Here, true)]
    [InlineData(There, true, null, true)]
    [InlineData(null, true, null, true)]
    [InlineData(null, false, null, false)]
    [InlineData(Here, false, null, false)]
    public void Lives_where_the_register_says_and_else_a_guardian_with_a_child(
        string? theirs, bool isKin, string? own, bool isTogether)
    {
        var member = new FamilyMember(isKin, Id(theirs));

        Assert.Equal(isTogether, member.LivesWith(Id(own)));
    }

    [Theory]
    [InlineData("gavleborg", true)]
    [InlineData("halland", false)]
    [InlineData("stockholm", false)]
    [InlineData("vastra-gotaland", false)]
    public void Only_Gavleborgs_ceilings_do_not_count_family_at_the_same_address(string region, bool isExempt)
    {
        var facts = A.Facts(Profile.Of(region)) with
        {
            Person = A.Adult() with { Dwelling = Id(Here) },
            FamilyThere = [new(false, Id(There)), new(false, Id(Here))],
        };

        Assert.Equal(isExempt, ChoiceRules.IsExempt(A.Choice(), facts));
        Assert.False(ChoiceRules.IsExempt(A.Choice(), facts with { FamilyThere = [new(false, Id(There))] }));
    }

    private static Guid? Id(string? text) => text is null ? null : Guid.Parse(text);
}
