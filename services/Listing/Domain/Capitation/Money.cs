namespace NaraVard.Listing.Domain.Capitation;

/// <summary>Kronor, always <see cref="decimal"/>.</summary>
internal static class Money
{
    private const int Ore = 2;

    /// <summary>To whole öre, half away from zero. Done once for each unit and component, and nowhere else.</summary>
    public static decimal Round(decimal kronor) => decimal.Round(kronor, Ore, MidpointRounding.AwayFromZero);
}
