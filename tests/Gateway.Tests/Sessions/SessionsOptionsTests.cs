using NaraVard.Gateway.Tests.Testing;
using NaraVard.Platform.Options;

namespace NaraVard.Gateway.Tests.Sessions;

public sealed class SessionsOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "false")]
    [InlineData("http://naravard.example.org", "true")]
    [InlineData("https://naravard.example.org/path", "false")]
    [InlineData("naravard.example.org", "false")]
    [InlineData("", "true")]
    public async Task Does_not_start_with_an_address_over_which_cookies_could_be_read(string address, string allowHttp)
    {
        var refusal = await Assert.ThrowsAsync<InvalidConfiguration>(() => SessionScene.Start(
            1, ("Sessions:PublicAddress", address), ("Sessions:AllowHttp", allowHttp)));

        Assert.Contains(refusal.Faults, fault => fault.StartsWith("Sessions:PublicAddress", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_laptop_cookies_go_over_http_when_that_is_asked_for()
    {
        await using var scene = await SessionScene.Start(
            1, ("Sessions:PublicAddress", "http://127.0.0.1:8080"), ("Sessions:AllowHttp", "true"));
        var browser = await scene.SignedIn();

        Assert.Equal(["naravard-session"], browser.Cookies);
        Assert.All(browser.Lines, line => Assert.DoesNotContain("secure", line, StringComparison.OrdinalIgnoreCase));
        Assert.All(browser.Lines, line => Assert.Contains("httponly", line, StringComparison.Ordinal));
        await browser.Session();
    }

    [Fact]
    public async Task Tells_every_fault_at_once_and_no_secret()
    {
        var refusal = await Assert.ThrowsAsync<InvalidConfiguration>(() => SessionScene.Start(
            1, ("ConnectionStrings:gateway", "Password=hidden-in-the-dark"), ("Sessions:ClientSecret", ""),
            ("Sessions:Keys:second", "hidden-in-the-dark"), ("Sessions:SealWith", "third"),
            ("Sessions:IdleMinutes", "0")));

        foreach (var key in new[]
        {
            "ConnectionStrings:gateway", "Sessions:ClientSecret", "Sessions:Keys:second", "Sessions:SealWith",
            "Sessions:IdleMinutes",
        })
            Assert.Contains(refusal.Faults, fault => fault.StartsWith(key, StringComparison.Ordinal));
        Assert.DoesNotContain("hidden", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_seals_what_is_new_and_the_old_one_opens_what_there_is()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();

        await scene.AddReplica(
            ("Sessions:Keys:second", Convert.ToBase64String([.. Enumerable.Repeat((byte)6, 32)])),
            ("Sessions:SealWith", "second"));

        await browser.Session(1);
    }
}
