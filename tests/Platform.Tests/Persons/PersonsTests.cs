using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using NaraVard.Platform.Persons;

namespace NaraVard.Platform.Tests.Persons;

public class PersonsTests
{
    private const string Number = "189001019802";

    [Fact]
    public void Makes_the_same_key_for_a_number_under_one_secret_and_another_under_another()
    {
        var key = new PersonKeys(Options(pseudonym: 1)).Of(Number);

        Assert.Equal(key, new PersonKeys(Options(pseudonym: 1)).Of(Number));
        Assert.NotEqual(key, new PersonKeys(Options(pseudonym: 2)).Of(Number));
        Assert.NotEqual(key, new PersonKeys(Options(pseudonym: 1)).Of("198202029289"));
    }

    [Fact]
    public void Cuts_HMAC_SHA_256_to_128_bits()
    {
        var hash = HMACSHA256.HashData([.. Enumerable.Repeat((byte)1, 32)], "189001019802"u8);

        var key = new PersonKeys(Options(pseudonym: 1)).Of(Number);

        Assert.Equal(Convert.ToHexStringLower(hash)[..32], key.ToString());
        Assert.Equal(key, PersonKey.Parse(key.ToString()));
    }

    [Fact]
    public void Opens_what_it_sealed_and_never_seals_alike_twice()
    {
        var vault = new NumberVault(Options());

        var (one, two) = (vault.Seal(Number), vault.Seal(Number));

        Assert.NotEqual(one, two);
        Assert.Equal(Number, vault.Open(one));
        Assert.DoesNotContain(Number, System.Text.Encoding.UTF8.GetString(one), StringComparison.Ordinal);
    }

    [Fact]
    public void Opens_numbers_sealed_with_an_older_key_and_refuses_those_whose_key_is_gone()
    {
        var old = new NumberVault(Options(sealWith: "k1")).Seal(Number);

        Assert.Equal(Number, new NumberVault(Options(sealWith: "k2")).Open(old));
        Assert.Throws<CryptographicException>(() => new NumberVault(Options(keys: ["k2"], sealWith: "k2")).Open(old));
    }

    [Fact]
    public void Refuses_a_sealed_number_with_any_byte_changed()
    {
        var vault = new NumberVault(Options());
        var seal = vault.Seal(Number);

        for (var i = 0; i < seal.Length; i++)
        {
            var spoilt = (byte[])seal.Clone();
            spoilt[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => vault.Open(spoilt));
        }
    }

    [Fact]
    public void Refuses_to_start_without_proper_secrets()
    {
        var options = new PersonsOptions
        {
            Keys = new() { Pseudonym = "c2hvcnQ=", Vault = new() { ["k1"] = "not base64" }, SealWith = "k2" },
        };

        var faults = options.Validate(new ValidationContext(options)).SelectMany(result => result.MemberNames);

        Assert.Equal(["Keys:Pseudonym", "Keys:SealWith", "Keys:Vault:k1"], faults.Order());
    }

    private static PersonsOptions Options(byte pseudonym = 1, string sealWith = "k1", params string[] keys) => new()
    {
        Keys = new()
        {
            Pseudonym = Key(pseudonym),
            Vault = (keys.Length > 0 ? keys : ["k1", "k2"]).ToDictionary(id => id, id => Key((byte)id[1])),
            SealWith = sealWith,
        },
    };

    private static string Key(byte fill) => Convert.ToBase64String([.. Enumerable.Repeat(fill, 32)]);
}
