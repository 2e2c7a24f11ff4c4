using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Domain.Capitation;

/// <summary>What units are paid, part by part (ersättningsmodell).</summary>
/// <param name="FramePerMonth">
/// What all units get together. One component then has no price of its own and takes what the others leave. Null when
/// each component has its price and the sum is what it becomes.
/// </param>
/// <param name="ListingDay">Which day's listing a month is paid for.</param>
/// <param name="Components">In the order in which they are computed: each may build on those before it.</param>
internal sealed record PaymentModel(
    decimal? FramePerMonth, ListingDay ListingDay, IReadOnlyList<Component> Components)
{
    /// <summary>The code of the line that takes what rounding leaves.</summary>
    public const string RoundingCode = "avrundning";

    /// <summary>The day whose listing is paid for in the month that begins on this day.</summary>
    public DateOnly DayOf(DateOnly month) => ListingDay switch
    {
        ListingDay.LastOfPreviousMonth => month.AddDays(-1),
        ListingDay.LastOfMonth => month.AddMonths(1).AddDays(-1),
    };

    /// <summary>The components that pay in the month that begins on this day.</summary>
    public IEnumerable<Component> On(DateOnly month) => Components.Where(component => component.AppliesOn(month));

    /// <summary>What must be delivered about the units, each measure once.</summary>
    public IEnumerable<FigureNeed> Needs(DateOnly month) =>
        On(month).SelectMany(component => component.Needs).DistinctBy(need => need.Measure);

    /// <summary>As this model, with other tiers of distance.</summary>
    public PaymentModel With(IReadOnlyList<DistanceTier> tiers) => this with
    {
        Components =
        [
            .. Components.Select(component =>
                component is DistanceStairs stairs ? stairs with { Tiers = tiers } : component),
        ],
    };
}

/// <summary>Which day's listing a month is paid for.</summary>
internal enum ListingDay
{
    LastOfPreviousMonth = 1,
    LastOfMonth = 2,
}
