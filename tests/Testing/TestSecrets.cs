using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Persons;

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

    /// <summary>What a context may ask for beside its options.</summary>
    public static IServiceProvider Services() => new ServiceCollection()
        .AddSingleton(new NumberVault(new PersonsOptions
        {
            Keys = new() { Vault = { ["k1"] = Settings()["Persons:Keys:Vault:k1"] }, SealWith = "k1" },
        }))
        .BuildServiceProvider();
}
