using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace NaraVard.Testing;

/// <summary>
/// An OpenID provider inside the test: discovery and keys on a free port, and any token, right or wrong.
/// </summary>
public sealed class TestIdentity : IAsyncDisposable
{
    /// <summary>What tokens name as their issuer: deliberately not the address that the keys are read from.</summary>
    public const string Issuer = "https://id.example.org/realms/naravard";

    /// <summary>The audience of this deployment.</summary>
    public const string Audience = "naravard";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };
    private readonly RsaSecurityKey otherKey = new(RSA.Create(2048)) { KeyId = "test" };
    private readonly ECDsa clientKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly TimeProvider clock;
    private readonly WebApplication app;

    private TestIdentity(TimeProvider clock)
    {
        this.clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("/realms/naravard/.well-known/openid-configuration", Discovery);
        app.MapGet("/realms/naravard/keys", Keys);
    }

    /// <summary>Where a service reads the keys.</summary>
    public string Authority => app.Urls.First() + "/realms/naravard";

    /// <summary>The public key of every client that signs statements of acting users in tests.</summary>
    public string ClientPublicKey => clientKey.ExportSubjectPublicKeyInfoPem();

    public static async Task<TestIdentity> Start(TimeProvider clock)
    {
        var identity = new TestIdentity(clock);
        await identity.app.StartAsync();
        return identity;
    }

    /// <summary>A token of five minutes; <paramref name="spoil"/> makes it wrong in one way.</summary>
    public string Token(TestUser user, Action<SecurityTokenDescriptor>? spoil = null) =>
        Sign(user, new SigningCredentials(key, SecurityAlgorithms.RsaSha256), spoil);

    /// <summary>A token that names our key but is signed with another.</summary>
    public string Forged(TestUser user) =>
        Sign(user, new SigningCredentials(otherKey, SecurityAlgorithms.RsaSha256), null);

    /// <summary>A token signed with our public key as if it were a shared secret.</summary>
    public string SignedWithPublicKey(TestUser user)
    {
        var secret = new SymmetricSecurityKey(key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "test" };
        return Sign(user, new SigningCredentials(secret, SecurityAlgorithms.HmacSha256), null);
    }

    /// <summary>A token that says <c>alg: none</c>.</summary>
    public string WithoutSignature(TestUser user)
    {
        var payload = Token(user).Split('.')[1];
        return Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""") + "." + payload + ".";
    }

    /// <summary>A client's signed statement of the user for whom it acts.</summary>
    public string ActingUser(TestUser user, string client, Action<SecurityTokenDescriptor>? spoil = null)
    {
        var claims = user.Claims();
        claims.Remove("azp");
        claims.Remove("realm_access");
        var descriptor = Descriptor(claims, new(new ECDsaSecurityKey(clientKey), SecurityAlgorithms.EcdsaSha256));
        descriptor.Issuer = client;
        descriptor.TokenType = "acting-user+jwt";
        spoil?.Invoke(descriptor);
        return handler.CreateToken(descriptor);
    }

    /// <summary>What a service must be told to trust this provider.</summary>
    public Dictionary<string, string> Settings(params string[] actingClients)
    {
        var settings = new Dictionary<string, string>
        {
            ["Identity:Authority"] = Authority,
            ["Identity:ValidIssuer"] = Issuer,
            ["Identity:Audience"] = Audience,
            ["Identity:AllowHttp"] = "true",
        };
        foreach (var client in actingClients)
            settings[$"Identity:Clients:{client}:PublicKey"] = ClientPublicKey;
        return settings;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
        otherKey.Rsa.Dispose();
        clientKey.Dispose();
    }

    private string Sign(TestUser user, SigningCredentials credentials, Action<SecurityTokenDescriptor>? spoil)
    {
        var descriptor = Descriptor(user.Claims(), credentials);
        spoil?.Invoke(descriptor);
        return handler.CreateToken(descriptor);
    }

    private SecurityTokenDescriptor Descriptor(Dictionary<string, object> claims, SigningCredentials credentials)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new()
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = claims,
            SigningCredentials = credentials,
        };
    }

    private Task Discovery(HttpContext context) => Json(context, new
    {
        issuer = Issuer,
        jwks_uri = Authority + "/keys",
    });

    private Task Keys(HttpContext context)
    {
        var parameters = key.Rsa.ExportParameters(false);
        return Json(context, new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId,
                    n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent),
                },
            },
        });
    }

    private static Task Json(HttpContext context, object body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body))).AsTask();
    }
}
