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

    /// <summary>A share for each unit that it pays, of the parts that it is made of.</summary>
    protected IEnumerable<Share> Each(Course course, Func<Unit, IEnumerable<Part>> pay) =>
        course.Snapshot.Units.Where(Pays).Select(unit => new Share(unit, [.. pay(unit)]));

    /// <summary>As above, by a price for one of what is counted; what the frame leaves when there is none.</summary>
    protected IEnumerable<Share> Each(Course course, Price? price, Func<Unit, decimal> count) =>
        Each(course, unit => [Part.At(price ?? course.RestPrice, count(unit))]);
}
