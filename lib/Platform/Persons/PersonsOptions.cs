using System.ComponentModel.DataAnnotations;

namespace NaraVard.Platform.Persons;

/// <summary>
/// The deployment's secrets about persons (section <c>Persons</c>). They come from a Kubernetes secret.
/// </summary>
public sealed class PersonsOptions : IValidatableObject
{
    private const int KeyBytes = 32;

    /// <summary>The secrets.</summary>
    public PersonsKeys Keys { get; init; } = new();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsKey(Keys.Pseudonym))
            yield return new("must be 32 bytes in base64", ["Keys:Pseudonym"]);
        foreach (var id in Keys.Vault.Where(key => !IsKey(key.Value)).Select(key => key.Key))
            yield return new("must be 32 bytes in base64", [$"Keys:Vault:{id}"]);
        if (Keys.Vault.Keys.Any(id => id.Length is 0 or > 32))
            yield return new("a key id has 1 to 32 characters", ["Keys:Vault"]);
        if (!Keys.Vault.ContainsKey(Keys.SealWith))
            yield return new("must name one of the keys under Keys:Vault", ["Keys:SealWith"]);
    }

    private static bool IsKey(string text)
    {
        var bytes = new byte[KeyBytes + 2];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == KeyBytes;
    }
}

/// <summary>Secrets about persons, each 32 random bytes in base64.</summary>
public sealed class PersonsKeys
{
    /// <summary>
    /// Makes person keys. Never changes in the life of a deployment: another key means other persons.
    /// </summary>
    public string Pseudonym { get; init; } = "";

    /// <summary>Seal identity numbers: key id → key. Old ids stay while anything sealed with them remains.</summary>
    public Dictionary<string, string> Vault { get; init; } = [];

    /// <summary>The id of the key that new numbers are sealed with.</summary>
    public string SealWith { get; init; } = "";
}
