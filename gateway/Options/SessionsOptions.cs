using System.ComponentModel.DataAnnotations;

namespace NaraVard.Gateway.Options;

/// <summary>
/// Sign-in for browsers (section <c>Sessions</c>). Looked at only where <c>ConnectionStrings:gateway</c> says in which
/// database sessions are kept; without it there is no sign-in for browsers.
/// </summary>
internal sealed class SessionsOptions : IValidatableObject
{
    private const int KeyBytes = 32;

    /// <summary>The address at which browsers reach the gateway, without a path.</summary>
    [Required]
    public string PublicAddress { get; init; } = "";

    /// <summary>
    /// Allows a public address without TLS, and cookies that go over it, on the loopback address only: for a laptop.
    /// </summary>
    public bool AllowHttp { get; init; }

    /// <summary>The gateway's name at the sign-in service.</summary>
    [Required, StringLength(100)]
    public string ClientId { get; init; } = "naravard-web";

    /// <summary>What it proves itself with there.</summary>
    [Required, StringLength(500)]
    public string ClientSecret { get; init; } = "";

    /// <summary>A session that nobody uses ends after this long; right to a thirtieth of it.</summary>
    [Range(1, 24 * 60)]
    public int IdleMinutes { get; init; } = 30;

    /// <summary>No session is longer, however much it is used.</summary>
    [Range(1, 24 * 60)]
    public int MinutesMax { get; init; } = 10 * 60;

    /// <summary>A session's token is renewed when no more than this is left of it.</summary>
    [Range(1, 300)]
    public int RefreshAheadSeconds { get; init; } = 30;

    /// <summary>How long the sign-in service may take for one answer.</summary>
    [Range(1, 60)]
    public int ProviderSeconds { get; init; } = 10;

    /// <summary>
    /// Seal the keys that the replicas share in the database: id → 32 random bytes in base64. Old ids stay while
    /// anything sealed with them remains.
    /// </summary>
    public Dictionary<string, string> Keys { get; init; } = [];

    /// <summary>The id of the key that is used for what is new.</summary>
    public string SealWith { get; init; } = "";

    /// <summary>Whether cookies go over plain http.</summary>
    public bool IsHttp => PublicAddress.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    /// <summary>A path at the public address.</summary>
    public string At(string path) => PublicAddress.TrimEnd('/') + path;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.PathAndQuery != "/")
            yield return new("must be https:// with a host and no path", [nameof(PublicAddress)]);
        else if (address.Scheme == Uri.UriSchemeHttp && !(AllowHttp && address.IsLoopback))
            yield return new(
                "must be https, unless it is a loopback address and Sessions:AllowHttp is true",
                [nameof(PublicAddress)]);
        foreach (var id in Keys.Where(key => !IsKey(key.Value)).Select(key => key.Key))
            yield return new("must be 32 bytes in base64", [$"{nameof(Keys)}:{id}"]);
        if (!Keys.ContainsKey(SealWith))
            yield return new("must name one of the keys under Sessions:Keys", [nameof(SealWith)]);
    }

    private static bool IsKey(string text)
    {
        var bytes = new byte[KeyBytes + 2];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == KeyBytes;
    }
}
