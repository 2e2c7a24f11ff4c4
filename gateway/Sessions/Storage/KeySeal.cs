using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Sessions.Storage;

/// <summary>
/// Seals a shared key with the configured one (AES-256-GCM): who reads the database opens nothing with it.
/// </summary>
internal sealed class KeySeal(SessionsOptions options) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(Convert.FromBase64String(options.Keys[options.SealWith]), tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new(
            new XElement(
                "sealed", new XAttribute("with", options.SealWith),
                Convert.ToBase64String([.. nonce, .. tag, .. cipher])),
            typeof(KeyOpener));
    }
}

/// <summary>Opens what <see cref="KeySeal"/> sealed; the framework makes it by its type.</summary>
internal sealed class KeyOpener(IServiceProvider services) : IXmlDecryptor
{
    private readonly SessionsOptions options = services.GetRequiredService<SessionsOptions>();

    public XElement Decrypt(XElement encryptedElement)
    {
        if (!options.Keys.TryGetValue(encryptedElement.Attribute("with")?.Value ?? "", out var key))
            throw new CryptographicException("The key that this was sealed with is not configured.");
        var parts = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var nonce = parts[..AesGcm.NonceByteSizes.MaxSize];
        var tag = parts[nonce.Length..(nonce.Length + AesGcm.TagByteSizes.MaxSize)];
        var cipher = parts[(nonce.Length + tag.Length)..];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(Convert.FromBase64String(key), tag.Length);
        aes.Decrypt(nonce, cipher, tag, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
