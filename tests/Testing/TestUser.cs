namespace NaraVard.Testing;

/// <summary>Who signs in in a test: what Keycloak would put in the token.</summary>
public sealed record TestUser
{
    public string? Subject { get; init; } = "u-eva";

    public string Client { get; init; } = "er-system";

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Text, a list or an object, in any of Keycloak's shapes; null for none.</summary>
    public object? Organization { get; init; } = "region:17";

    public string? HsaId { get; init; } = "SE9900000176-101";

    public string? Name { get; init; } = "Eva Sandgren";

    public string? Title { get; init; } = "Sjuksköterska";

    public string? Unit { get; init; } = "SE9900000176-CSKAKUT";

    public string? Caregiver { get; init; } = "SE9900000176-VG";

    public string? Purpose { get; init; } = "Vård och behandling";

    /// <summary>Staff of the emergency room in Region Värmland.</summary>
    public static TestUser ErStaff() => new() { Roles = ["er-staff"] };

    /// <summary>A needs assessor in Karlstad, unless another municipality is said.</summary>
    public static TestUser Bistandsbedomare(string municipality = "1780") => new()
    {
        Subject = "u-bibbi-" + municipality,
        Client = "naravard-web",
        Roles = ["bistandsbedomare"],
        Organization = "kommun:" + municipality,
        HsaId = "SE9900017808-103",
        Name = "Bibbi Högman",
        Title = "Biståndsbedömare",
        Unit = "SE9900017808-BIST",
        Caregiver = "SE9900017808-VG",
    };

    /// <summary>A system without a user, as Keycloak's service accounts are.</summary>
    public static TestUser System(string client, params string[] roles) => new()
    {
        Subject = "sa-" + client,
        Client = client,
        Roles = roles,
        HsaId = null,
        Name = null,
        Title = null,
        Purpose = null,
        IsServiceAccount = true,
    };

    /// <summary>True when the token is a system's own.</summary>
    public bool IsServiceAccount { get; init; }

    /// <summary>The claims as Keycloak nests them.</summary>
    public Dictionary<string, object> Claims()
    {
        var claims = new Dictionary<string, object>
        {
            ["azp"] = Client,
            ["realm_access"] = new Dictionary<string, object> { ["roles"] = Roles.ToArray() },
        };
        Add("sub", Subject);
        Add("organization", Organization);
        Add("hsa_id", HsaId);
        Add("name", Name);
        Add("title", Title);
        Add("unit", Unit);
        Add("caregiver", Caregiver);
        Add("purpose", Purpose);
        Add("preferred_username", IsServiceAccount ? "service-account-" + Client : null);
        return claims;

        void Add(string name, object? value)
        {
            if (value is not null)
                claims[name] = value;
        }
    }
}
