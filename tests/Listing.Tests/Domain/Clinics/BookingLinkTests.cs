using NaraVard.Listing.Domain.Clinics;

namespace NaraVard.Listing.Tests.Domain.Clinics;

public sealed class BookingLinkTests
{
    [Theory]
    [InlineData("https://boka.example.se")]
    [InlineData("https://boka.example.se/tid?enhet=SE2321000016-1003#start")]
    [InlineData("https://bokå.example.se:8443/")]
    public void Takes_a_whole_encrypted_address(string text) => Assert.True(BookingLink.IsSound(text));

    [Theory]
    [InlineData("")]
    [InlineData("http://boka.example.se")]
    [InlineData("HTTPS://boka.example.se")]
    [InlineData("boka.example.se")]
    [InlineData("https:boka.example.se")]
    [InlineData("https://")]
    [InlineData("https:///boka")]
    [InlineData("https://boka")]
    [InlineData("https://192.0.2.7/boka")]
    [InlineData("https://[2001:db8::1]/boka")]
    [InlineData("https://boka.example.se@evil.example")]
    [InlineData("https://boka.example.se\\@evil.example")]
    [InlineData("https://boka.example.se/en tid")]
    [InlineData("https://boka.example.se/\n")]
    [InlineData(" https://boka.example.se")]
    [InlineData("javascript:alert(1)//https://boka.example.se")]
    public void Takes_nothing_else(string text) => Assert.False(BookingLink.IsSound(text));
}
