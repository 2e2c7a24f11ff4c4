namespace NaraVard.Listing.Domain.Places;

/// <summary>How a distance was measured.</summary>
internal enum DistanceMetric
{
    GreatCircle = 1,
    Road = 2,
}
