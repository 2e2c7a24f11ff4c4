namespace NaraVard.Listing.Domain.Places;

/// <summary>How far it is, and how that was measured.</summary>
internal readonly record struct Distance(double Meters, DistanceMetric Metric)
{
    public double Km => Meters / 1000;
}
