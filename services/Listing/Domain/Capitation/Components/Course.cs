namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>A run under way: what there is to compute from, and what the components so far have come to.</summary>
internal sealed class Course(Snapshot snapshot, decimal restPrice)
{
    private readonly Dictionary<string, Dictionary<Unit, Share>> done = [];

    public Snapshot Snapshot { get; } = snapshot;

    /// <summary>What one point gets of what the others leave of the frame.</summary>
    public Price RestPrice { get; } = new(restPrice, PricePeriod.Month);

    /// <summary>All shares so far, in the order of the components and units.</summary>
    public IEnumerable<(string Code, Share Share)> All =>
        done.SelectMany(component => component.Value.Values.Select(share => (component.Key, share)));

    /// <summary>The sum of all shares so far.</summary>
    public decimal Total => done.Values.Sum(shares => shares.Values.Sum(share => share.Kronor));

    /// <summary>Computes the next component.</summary>
    public void Take(Component component) =>
        done[component.Code] = component.Shares(this).ToDictionary(share => share.Unit);

    /// <summary>The points that components gave a unit.</summary>
    public decimal Points(IEnumerable<string> codes, Unit unit) => codes.Sum(code => Of(code, unit)?.Quantity ?? 0);

    /// <summary>The kronor that components gave a unit; all so far when none is named.</summary>
    public decimal Kronor(IReadOnlyCollection<string> codes, Unit unit) =>
        (codes.Count == 0 ? [.. done.Keys] : codes).Sum(code => Of(code, unit)?.Kronor ?? 0);

    private Share? Of(string code, Unit unit) => done.GetValueOrDefault(code)?.GetValueOrDefault(unit);
}
