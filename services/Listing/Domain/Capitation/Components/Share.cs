namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>What one unit gets from one component, not rounded.</summary>
internal sealed record Share(Unit Unit, IReadOnlyList<Part> Parts)
{
    /// <summary>How many of what is paid for: points, visits, listed.</summary>
    public decimal Quantity { get; } = Parts.Sum(part => part.Quantity);

    public decimal Kronor { get; } = Parts.Sum(part => part.Kronor);
}
