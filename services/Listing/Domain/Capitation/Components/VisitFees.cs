namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>
/// What one kind of visit gives, by how the visitor is listed: special visit payments, home visits, and visits of
/// those listed elsewhere, nowhere or in another region.
/// </summary>
/// <param name="Visit">The kind of visit, as figures name it: <c>visits.home.listed-here</c>.</param>
internal sealed record VisitFees(string Code, string Visit, IReadOnlyDictionary<Relation, VisitFee> Fees)
    : Component(Code)
{
    public override IEnumerable<FigureNeed> Needs => Fees.Keys.Select(Need);

    public override IEnumerable<Share> Shares(Course course) => Each(course, unit =>
        from fee in Fees
        let visits = course.Snapshot.Of(unit, Need(fee.Key))
        where visits != 0
        select Part.At(new Price(fee.Value.Kronor, PricePeriod.Month), visits) with { Of = Name(fee.Key) });

    /// <summary>The figure that counts the visits.</summary>
    public static string Measure(string visit, Relation relation) => $"visits.{visit}.{Name(relation)}";

    private static string Name(Relation relation) => relation switch
    {
        Relation.ListedHere => "listed-here",
        Relation.ListedElsewhere => "listed-elsewhere",
        Relation.Unlisted => "unlisted",
        Relation.OutOfRegion => "out-of-region",
    };

    /// <summary>A unit without such visits delivers none.</summary>
    private FigureNeed Need(Relation relation) =>
        new(Measure(Visit, relation), IsStanding: false) { AbsentIsZero = true };
}

/// <summary>What a visit gives.</summary>
/// <param name="Fee">The whole, the patient's own fee included.</param>
/// <param name="PatientFee">What the patient paid.</param>
/// <param name="IsPatientFeeRetained">True when the unit keeps it; then the region pays the rest.</param>
internal readonly record struct VisitFee(decimal Fee, decimal PatientFee, bool IsPatientFeeRetained)
{
    /// <summary>What the region pays.</summary>
    public decimal Kronor => IsPatientFeeRetained ? Fee - PatientFee : Fee;
}

/// <summary>How a visitor is listed, seen from the unit.</summary>
internal enum Relation
{
    ListedHere = 1,
    ListedElsewhere = 2,
    Unlisted = 3,

    /// <summary>Lives in another region (utomlän).</summary>
    OutOfRegion = 4,
}
