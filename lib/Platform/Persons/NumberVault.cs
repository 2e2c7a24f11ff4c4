using System.Security.Cryptography;
using System.Text;

namespace NaraVard.Platform.Persons;

/// <summary>
/// Seals identity numbers for storage where a human or a partner must see them again. A sealed number is: length and
/// text of the key id, nonce (12), tag (16), cipher text (AES-256-GCM, the key id authenticated too). Sealing twice
/// gives two different results: search by <see cref="PersonKey"/> instead.
/// </summary>
public sealed class NumberVault(PersonsOptions options)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly Dictionary<string, byte[]> keys =
        options.Keys.Vault.ToDictionary(key => key.Key, key => Convert.FromBase64String(key.Value));

    /// <summary>Seals the number with the current key.</summary>
    public byte[] Seal(string number)
    {
        ArgumentException.ThrowIfNullOrEmpty(number);
        var id = Encoding.UTF8.GetBytes(options.Keys.SealWith);
        var plain = Encoding.UTF8.GetBytes(number);
        var seal = new byte[1 + id.Length + NonceBytes + TagBytes + plain.Length];
        seal[0] = (byte)id.Length;
        id.CopyTo(seal, 1);
        var (nonce, tag, cipher) = Parts(seal);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[options.Keys.SealWith], TagBytes);
        aes.Encrypt(nonce, plain, cipher, tag, id);
        return seal;
    }

    /// <summary>
    /// The number that was sealed. Throws <see cref="CryptographicException"/> when it was changed, or when the key it
    /// was sealed with is no longer there.
    /// </summary>
    public string Open(byte[] sealedNumber)
    {
        ArgumentNullException.ThrowIfNull(sealedNumber);
        if (sealedNumber.Length < 1 || sealedNumber.Length < 1 + sealedNumber[0] + NonceBytes + TagBytes)
            throw new CryptographicException("This is not a sealed number.");
        var id = sealedNumber.AsSpan(1, sealedNumber[0]);
        if (!keys.TryGetValue(Encoding.UTF8.GetString(id), out var key))
            throw new CryptographicException("The key that this number was sealed with is not configured.");
        var (nonce, tag, cipher) = Parts(sealedNumber);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(nonce, cipher, tag, plain, id);
        return Encoding.UTF8.GetString(plain);
    }

    private static Sealed Parts(byte[] seal)
    {
        var start = 1 + seal[0];
        var cipherStart = start + NonceBytes + TagBytes;
        return new(seal.AsSpan(start, NonceBytes), seal.AsSpan(start + NonceBytes, TagBytes), seal.AsSpan(cipherStart));
    }

    private readonly ref struct Sealed(Span<byte> nonce, Span<byte> tag, Span<byte> cipher)
    {
        private readonly Span<byte> nonce = nonce;
        private readonly Span<byte> tag = tag;
        private readonly Span<byte> cipher = cipher;

        public void Deconstruct(out Span<byte> nonceOut, out Span<byte> tagOut, out Span<byte> cipherOut)
        {
            nonceOut = nonce;
            tagOut = tag;
            cipherOut = cipher;
        }
    }
}
