using System.Security.Cryptography;
using System.Text;

namespace NaraVard.Platform.Persons;

/// <summary>
/// Makes the key of a person: HMAC-SHA-256 of the normalised number under the deployment's key, cut to 128 bits.
/// </summary>
public sealed class PersonKeys(PersonsOptions options)
{
    private readonly byte[] secret = Convert.FromBase64String(options.Keys.Pseudonym);

    /// <summary>The person with this number.</summary>
    /// <param name="normalisedNumber">
    /// Personnummer or samordningsnummer in twelve digits without a hyphen, or a reservnummer as its register writes
    /// it.
    /// Two spellings of one number are two persons: normalise first.
    /// </param>
    public PersonKey Of(string normalisedNumber)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(normalisedNumber);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(normalisedNumber), hash);
        return new PersonKey(new Guid(hash[..16], bigEndian: true));
    }
}
