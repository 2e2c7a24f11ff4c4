using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Identity.Tokens;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Identity.Tokens;

public sealed class KnownTokensTests : IDisposable
{
    private const int Most = 10;
    private readonly TestClock clock = new();
    private readonly RSA rsa = RSA.Create(2048);
    private readonly SigningKeys keys;
    private readonly KnownTokens tokens = new(Most);
    private int checks;

    public KnownTokensTests() => keys = new SigningKeys(Key());

    [Fact]
    public async Task A_good_token_is_checked_once_and_answers_the_same()
    {
        var token = Token();

        var first = await Validate(token);
        var second = await Validate(token);

        Assert.True(first.IsValid);
        Assert.Same(first.SecurityToken, second.SecurityToken);
        Assert.Equal(1, checks);
    }

    [Fact]
    public async Task A_token_that_was_good_is_refused_from_the_moment_it_expires()
    {
        var token = Token();
        Assert.True((await Validate(token)).IsValid);

        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        var last = await Validate(token);
        clock.Advance(TimeSpan.FromSeconds(1));
        var expired = await Validate(token);

        Assert.True(last.IsValid);
        Assert.IsType<SecurityTokenExpiredException>(expired.Exception);
    }

    [Fact]
    public async Task A_token_without_a_beginning_is_remembered_like_another()
    {
        var token = Token(claims => claims.NotBefore = null);

        Assert.True((await Validate(token)).IsValid);
        Assert.True((await Validate(token)).IsValid);

        Assert.Equal(1, checks);
    }

    [Fact]
    public async Task A_good_token_with_another_signature_or_other_claims_is_refused()
    {
        string[] good = Token().Split('.'), other = Token(claims => claims.Claims["sub"] = "u-other").Split('.');
        Assert.True((await Validate(string.Join('.', good))).IsValid);

        foreach (var forged in (string[][])[[good[0], other[1], good[2]], [good[0], good[1], other[2]]])
            Assert.False((await Validate(string.Join('.', forged))).IsValid);
    }

    [Fact]
    public async Task A_refused_token_is_not_remembered()
    {
        var token = Token(claims => claims.Issuer = "https://id.example.org/realms/other");

        for (var time = 1; time <= 2; time++)
        {
            Assert.False((await Validate(token)).IsValid);
            Assert.Equal(time, checks);
        }
    }

    [Fact]
    public async Task Everything_is_checked_again_when_the_keys_were_read_anew()
    {
        var token = Token();
        Assert.True((await Validate(token)).IsValid);

        keys.Read(Key());
        var afterwards = await Validate(token);

        Assert.True(afterwards.IsValid);
        Assert.Equal(2, checks);
    }

    [Fact]
    public async Task A_token_whose_key_is_gone_is_refused()
    {
        using var next = RSA.Create(2048);
        var token = Token();
        Assert.True((await Validate(token)).IsValid);

        keys.Read(new RsaSecurityKey(next) { KeyId = "next" });
        var afterwards = await Validate(token);

        Assert.IsType<SecurityTokenSignatureKeyNotFoundException>(afterwards.Exception);
    }

    [Fact]
    public async Task Nothing_is_taken_from_memory_while_the_keys_cannot_be_read()
    {
        var token = Token();
        Assert.True((await Validate(token)).IsValid);

        keys.Lose();

        Assert.False((await Validate(token)).IsValid);
    }

    [Fact]
    public async Task No_more_than_so_many_are_remembered()
    {
        var first = Token();
        await Validate(first);

        for (var i = 0; i < Most; i++)
            await Validate(Token(claims => claims.Claims["sub"] = $"u-{i}"));
        await Validate(first);

        Assert.Equal(Most + 2, checks);
    }

    [Fact]
    public async Task Who_calls_often_stays_known_while_many_others_call_once()
    {
        var often = Token();

        for (var i = 0; i < 4 * Most; i++)
        {
            await Validate(often);
            await Validate(Token(claims => claims.Claims["sub"] = $"u-{i}"));
        }

        Assert.Equal((4 * Most) + 1, checks);
    }

    public void Dispose() => rsa.Dispose();

    private RsaSecurityKey Key() => new(rsa) { KeyId = "test" };

    private Task<TokenValidationResult> Validate(string token) => tokens.ValidateTokenAsync(token, new()
    {
        ValidIssuer = TestIdentity.Issuer,
        IssuerValidator = (issuer, _, _) =>
        {
            checks++;
            return issuer == TestIdentity.Issuer ? issuer : throw new SecurityTokenInvalidIssuerException();
        },
        ValidAudience = TestIdentity.Audience,
        RequireSignedTokens = true,
        ConfigurationManager = keys,
        LifetimeValidator = TokenRules.Lifetime(clock, new IdentityOptions { ClockSkewSeconds = 0 }),
    });

    private string Token(Action<SecurityTokenDescriptor>? spoil = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = TestIdentity.Issuer,
            Audience = TestIdentity.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = TestUser.ErStaff().Claims(),
            SigningCredentials = new(Key(), SecurityAlgorithms.RsaSha256),
        };
        spoil?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>What the sign-in service says its keys are.</summary>
    private sealed class SigningKeys : BaseConfigurationManager
    {
        private BaseConfiguration? current;

        public SigningKeys(SecurityKey first)
        {
            UseLastKnownGoodConfiguration = false;
            Read(first);
        }

        public void Read(SecurityKey key) => current = Of(key);

        public void Lose() => current = null;

        public override Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
            Task.FromResult(current ?? throw new InvalidOperationException("The sign-in service does not answer."));

        public override void RequestRefresh()
        {
        }

        private static OpenIdConnectConfiguration Of(SecurityKey key)
        {
            var read = new OpenIdConnectConfiguration { Issuer = TestIdentity.Issuer };
            read.SigningKeys.Add(key);
            return read;
        }
    }
}
