namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>
/// Per cent of other components: what private units get for the VAT that they cannot deduct, or what is paid for goals.
/// </summary>
/// <param name="Of">The components; all before it when none is named.</param>
internal sealed record Surcharge(string Code, decimal Percent, IReadOnlyList<string> Of) : Component(Code)
{
    /// <summary>The figure with how much of its goals a unit has reached, in per cent; null when all is paid.</summary>
    public FigureNeed? Reached { get; init; }

    public override IEnumerable<FigureNeed> Needs => Reached is null ? [] : [Reached];

    public override IEnumerable<string> BuildsOn => Of;

    public override IEnumerable<Share> Shares(Course course) => Each(course, unit =>
    {
        var kronor = course.Kronor(Of, unit) * (Reached is null ? 100 : course.Snapshot.Of(unit, Reached)) / 100;
        return [Part.At(new Price(Percent / 100, PricePeriod.Month), kronor)];
    });
}
