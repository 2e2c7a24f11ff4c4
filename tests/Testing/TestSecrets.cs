namespace NaraVard.Testing;

/// <summary>Secrets that only tests use.</summary>
public static class TestSecrets
{
    public static Dictionary<string, string> Settings() => new()
    {
        ["Persons:Keys:Pseudonym"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
        ["Persons:Keys:Vault:k1"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)9, 32)]),
        ["Persons:Keys:SealWith"] = "k1",
    };
}
