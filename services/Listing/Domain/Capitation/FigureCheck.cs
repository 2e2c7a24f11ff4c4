namespace NaraVard.Listing.Domain.Capitation;

/// <summary>Nothing is computed with a figure that is missing, or that cannot be.</summary>
internal static class FigureCheck
{
    /// <summary>Refuses, with every unit and figure at once.</summary>
    public static void Require(PaymentModel model, DateOnly month, Snapshot snapshot)
    {
        var asked =
            from component in model.On(month)
            from need in component.Needs
            from unit in snapshot.Units.Where(component.Pays)
            select (unit.Id, need, Value: snapshot.Find(unit, need));
        var all = asked.Distinct().ToList();
        Refuse(all.Where(one => one.Value is null && !one.need.AbsentIsZero), Refusals.FiguresMissing);
        Refuse(all.Where(one => one.Value is { } value && !one.need.Holds(value)), Refusals.FiguresOutOfRange);
    }

    private static void Refuse(
        IEnumerable<(string Unit, FigureNeed Need, decimal?)> wrong,
        Func<IReadOnlyDictionary<string, string>, Exception> refusal)
    {
        var units = wrong.ToLookup(one => one.Need.Measure, one => one.Unit);
        if (units.Count > 0)
            throw refusal(units.ToDictionary(measure => measure.Key, measure => string.Join(' ', measure)));
    }
}
