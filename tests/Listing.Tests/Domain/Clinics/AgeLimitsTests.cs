using NaraVard.Listing.Domain.Clinics;

namespace NaraVard.Listing.Tests.Domain.Clinics;

public sealed class AgeLimitsTests
{
    [Theory]
    [InlineData(null, null, 0, true)]
    [InlineData(null, null, 130, true)]
    [InlineData(65, null, 64, false)]
    [InlineData(65, null, 65, true)]
    [InlineData(null, 17, 17, true)]
    [InlineData(null, 17, 18, false)]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 0, 1, false)]
    public void Both_the_youngest_and_the_oldest_are_received(int? youngest, int? oldest, int age, bool isReceived) =>
        Assert.Equal(isReceived, new AgeLimits(youngest, oldest).Includes(age));
}
