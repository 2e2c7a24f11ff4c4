namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>One part of what units are paid: data, and a pure function over a snapshot.</summary>
/// <param name="Code">What its lines are called, in kebab case.</param>
internal abstract record Component(string Code)
{
    /// <summary>The first day on which it pays.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day; null when none is set.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whose units get it; all when empty.</summary>
    public IReadOnlySet<UnitOwner> Owners { get; init; } = new HashSet<UnitOwner>();

    /// <summary>What must have been delivered about the units that it pays.</summary>
    public virtual IEnumerable<FigureNeed> Needs => [];

    /// <summary>The components that it builds on.</summary>
    public virtual IEnumerable<string> BuildsOn => [];

    /// <summary>True when it takes what the others leave of the frame.</summary>
    public virtual bool TakesRest => false;

    /// <summary>True when it may take back from units, also of what the others exceed the frame by.</summary>
    public virtual bool MayBeUnder => false;

    public bool AppliesOn(DateOnly day) => From <= day && !(To < day);

    public bool Pays(Unit unit) => Owners.Count == 0 || Owners.Contains(unit.Owner);

    /// <summary>What each unit gets, not rounded. Units that get nothing may be left out.</summary>
    public abstract IEnumerable<Share> Shares(Course course);

    /// <summary>A share for each unit that it pays.</summary>
    protected IEnumerable<Share> Each(Course course, Func<Unit, (decimal Quantity, decimal Kronor)> pay) =>
        course.Snapshot.Units.Where(Pays).Select(unit =>
        {
            var (quantity, kronor) = pay(unit);
            return new Share(unit, quantity, kronor);
        });

    /// <summary>As above, by a price for one of what is counted; what the frame leaves when there is none.</summary>
    protected IEnumerable<Share> Each(Course course, Price? price, Func<Unit, decimal> count)
    {
        var perMonth = price ?? course.RestPrice;
        return Each(course, unit => count(unit) is var quantity ? (quantity, perMonth.Of(quantity)) : default);
    }
}

/// <summary>What one unit gets from one component, not rounded.</summary>
/// <param name="Quantity">How many of what is paid for: points, visits, listed.</param>
internal readonly record struct Share(Unit Unit, decimal Quantity, decimal Kronor);
