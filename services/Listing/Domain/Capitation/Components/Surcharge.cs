namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>Per cent of other components, such as what private units get for the VAT that they cannot deduct.</summary>
/// <param name="Of">The components; all before it when none is named.</param>
internal sealed record Surcharge(string Code, decimal Percent, IReadOnlyList<string> Of) : Component(Code)
{
    public override IEnumerable<string> BuildsOn => Of;

    public override IEnumerable<Share> Shares(Course course) => Each(course, unit =>
        course.Kronor(Of, unit) is var kronor ? (kronor, kronor * Percent / 100) : default);
}
