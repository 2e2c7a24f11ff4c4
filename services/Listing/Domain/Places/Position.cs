using System.Text.Json.Serialization;

namespace NaraVard.Listing.Domain.Places;

/// <summary>A place on earth in WGS84 degrees.</summary>
internal readonly record struct Position
{
    private const double EarthRadiusKm = 6371.0088;

    [JsonConstructor]
    public Position(double latitude, double longitude)
    {
        if (!IsPossible(latitude, longitude))
            throw new ArgumentOutOfRangeException(nameof(latitude), "A position is within 90 and 180 degrees.");
        (Latitude, Longitude) = (latitude, longitude);
    }

    /// <summary>Degrees north.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; }

    public static bool IsPossible(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;

    /// <summary>Along the great circle (haversine); at most 0,5 % off, since the earth is no ball.</summary>
    public double KmTo(Position other)
    {
        var (from, to) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var chord = north * north + Math.Cos(from) * Math.Cos(to) * east * east;
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
