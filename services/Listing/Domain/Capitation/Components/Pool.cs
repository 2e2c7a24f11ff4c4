namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>
/// A sum that all units share by the points of other components: what is over, or under when it is negative; what a
/// cost has come to beside its budget; or, without a sum of its own, what the others leave of the frame.
/// </summary>
/// <param name="Sum">What is shared; with a cost, its budget. Null for what the others leave.</param>
/// <param name="By">The components, and how much of the sum each decides.</param>
internal sealed record Pool(string Code, Price? Sum, IReadOnlyList<PoolShare> By) : Component(Code)
{
    /// <summary>The cost: what all units' come to above the budget is paid out, or taken back when below.</summary>
    public FigureNeed? Cost { get; init; }

    /// <summary>Nothing is shared that is not more than this, over or under.</summary>
    public decimal Tolerance { get; init; }

    public override IEnumerable<FigureNeed> Needs => Cost is null ? [] : [Cost];

    public override IEnumerable<string> BuildsOn => By.Select(share => share.Code);

    public override bool TakesRest => Sum is null;

    public override bool MayBeUnder => true;

    public override IEnumerable<Share> Shares(Course course)
    {
        var units = course.Snapshot.Units.Where(Pays).ToList();
        var sum = Sum is { } own ? new Price(Shared(own.Of(1), course, units), PricePeriod.Month) : course.RestPrice;
        var parts = By.Select(share => (share, Points: units.Sum(unit => course.Points([share.Code], unit))))
            .Where(part => part.Points != 0).ToList();
        if (parts.Count == 0 && sum.Kronor != 0)
            throw Refusals.NobodyToShareFrame();
        var weights = parts.Sum(part => part.share.Weight);
        return Each(course, sum, unit => parts.Sum(part =>
            course.Points([part.share.Code], unit) * part.share.Weight / part.Points / weights));
    }

    private decimal Shared(decimal sum, Course course, List<Unit> units)
    {
        var shared = Cost is null ? sum : units.Sum(unit => course.Snapshot.Of(unit, Cost)) - sum;
        return Math.Abs(shared) > Tolerance ? shared : 0;
    }
}

/// <summary>A component whose points decide a part of a pool.</summary>
/// <param name="Weight">How large a part, beside the other weights.</param>
internal sealed record PoolShare(string Code, decimal Weight);
