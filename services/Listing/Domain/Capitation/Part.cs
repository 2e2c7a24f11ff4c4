namespace NaraVard.Listing.Domain.Capitation;

/// <summary>What an amount is made of: so many, at a price for one.</summary>
/// <param name="Kronor">Not rounded.</param>
internal sealed record Part(decimal Quantity, Price Price, decimal Kronor)
{
    /// <summary>Which of what is paid for; empty when there is one kind only.</summary>
    public string Of { get; init; } = "";

    public static Part At(Price price, decimal quantity) => new(quantity, price, price.Of(quantity));
}
