using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace NaraVard.Platform.Identity;

/// <summary>A system that may act for its own users: the key that it signs <c>x-acting-user</c> with.</summary>
public sealed class ActingClient
{
    private const int RsaBitsMin = 2048;

    /// <summary>Its public key in PEM (<c>-----BEGIN PUBLIC KEY-----</c>).</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>The key to check signatures with; null when the PEM is not a public key that we accept.</summary>
    internal SecurityKey? Key()
    {
        if (!PublicKey.Contains("BEGIN PUBLIC KEY", StringComparison.Ordinal))
            return null;
        try
        {
            return Rsa();
        }
        catch (Exception notRsa) when (notRsa is ArgumentException or CryptographicException)
        {
            return Ec();
        }
    }

    private RsaSecurityKey? Rsa()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(PublicKey);
        return rsa.KeySize >= RsaBitsMin ? new RsaSecurityKey(rsa) : null;
    }

    private ECDsaSecurityKey? Ec()
    {
        var ec = ECDsa.Create();
        try
        {
            ec.ImportFromPem(PublicKey);
            return new ECDsaSecurityKey(ec);
        }
        catch (Exception notEc) when (notEc is ArgumentException or CryptographicException)
        {
            return null;
        }
    }
}
