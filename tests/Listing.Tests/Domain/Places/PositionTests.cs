using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Tests.Domain.Places;

public sealed class PositionTests
{
    private static readonly Position Karlstad = new(59.3793, 13.5036);

    [Fact]
    public void Knows_how_far_it_is_from_Karlstad_to_Stockholm() =>
        Assert.InRange(Karlstad.KmTo(new(59.3293, 18.0686)), 257, 261);

    [Fact]
    public void It_is_as_far_back_and_nowhere_to_oneself()
    {
        var random = new Random(4711);
        for (var i = 0; i < 1_000; i++)
        {
            var place = new Position(random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);

            Assert.Equal(0, place.KmTo(place), 9);
            Assert.Equal(Karlstad.KmTo(place), place.KmTo(Karlstad), 6);
            Assert.InRange(Karlstad.KmTo(place), 0, 20_016);
        }
    }

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(0, -180.1)]
    [InlineData(double.NaN, 0)]
    public void Is_on_earth(double latitude, double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Position(latitude, longitude));
}
