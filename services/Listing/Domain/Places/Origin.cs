namespace NaraVard.Listing.Domain.Places;

/// <summary>Where distances to clinics are measured from (DOMAIN B2.4).</summary>
/// <param name="Position">Null when it is not known.</param>
/// <param name="RoadMeters">
/// By road from the postal code, by the clinic's HSA-id; empty where the region has measured nothing from there.
/// </param>
internal sealed record Origin(Position? Position, IReadOnlyDictionary<string, int> RoadMeters)
{
    /// <summary>By road where that is known, else along the great circle; null when neither can be told.</summary>
    public Distance? To(string clinic, Position at) =>
        RoadMeters.TryGetValue(clinic, out var meters) ? new Distance(meters, DistanceMetric.Road)
        : Position is { } here ? new Distance(here.KmTo(at) * 1000, DistanceMetric.GreatCircle)
        : null;
}
