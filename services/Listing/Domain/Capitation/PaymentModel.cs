using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Domain.Capitation;

/// <summary>What units are paid, part by part (ersättningsmodell).</summary>
/// <param name="Frame">
/// What all units get together in a month or a year. One component then has no price of its own and takes what the
/// others leave. Null when each component has its price and the sum is what it becomes.
/// </param>
/// <param name="ListingDay">Which day's listing a month is paid for.</param>
/// <param name="Components">In the order in which they are computed: each may build on those before it.</param>
internal sealed record PaymentModel(
    Price? Frame, ListingDay ListingDay, IReadOnlyList<Component> Components)
{
    /// <summary>The code of the line that takes what rounding leaves.</summary>
    public const string RoundingCode = "avrundning";

    /// <summary>The day whose listing is paid for in the month that begins on this day.</summary>
    public DateOnly DayOf(DateOnly month) => ListingDay switch
    {
        ListingDay.LastOfPreviousMonth => month.AddDays(-1),
        ListingDay.LastOfMonth => month.AddMonths(1).AddDays(-1),
    };

    /// <summary>
    /// What all units get together in the month that begins on this day, in whole öre; the months of a year are the
    /// year's frame.
    /// </summary>
    public decimal? FrameOf(DateOnly month) => Frame switch
    {
        { Per: PricePeriod.Year } frame =>
            Money.Round(frame.Of(month.Month)) - Money.Round(frame.Of(month.Month - 1)),
        { } frame => frame.Kronor,
        null => null,
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
