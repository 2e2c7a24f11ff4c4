namespace NaraVard.Listing.Domain.Capitation;

/// <summary>Kronor for one of something: a month's, or a year's of which a run pays a twelfth.</summary>
internal readonly record struct Price(decimal Kronor, PricePeriod Per)
{
    private const int MonthsOfYear = 12;

    /// <summary>What so many of it cost in a month, not rounded: divided last, so that nothing is lost.</summary>
    public decimal Of(decimal quantity) => Per switch
    {
        PricePeriod.Month => Kronor * quantity,
        PricePeriod.Year => Kronor * quantity / MonthsOfYear,
    };
}

/// <summary>What a price is for.</summary>
internal enum PricePeriod
{
    Month = 1,
    Year = 2,
}
