namespace Grpc.Core;

/// <summary>What the transport knows of the peer: its TLS certificate. Tokens are seen in HTTP.</summary>
public class AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
{
    /// <summary>True when the peer has shown who it is.</summary>
    public bool IsPeerAuthenticated => peerIdentityPropertyName is not null;

    /// <summary>The property that names the peer, or null.</summary>
    public string? PeerIdentityPropertyName => peerIdentityPropertyName;

    /// <summary>The properties that name the peer.</summary>
    public IEnumerable<AuthProperty> PeerIdentity =>
        peerIdentityPropertyName is null ? [] : FindPropertiesByName(peerIdentityPropertyName);

    /// <summary>Every property.</summary>
    public IEnumerable<AuthProperty> Properties => properties.Values.SelectMany(values => values);

    /// <summary>The properties of one name.</summary>
    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) =>
        properties.TryGetValue(propertyName, out var found) ? found : [];
}

/// <summary>One thing known of the peer.</summary>
public class AuthProperty
{
    private AuthProperty(string name, byte[] value)
    {
        Name = name;
        ValueBytesUnsafe = value;
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Its value as text.</summary>
    public string Value => System.Text.Encoding.UTF8.GetString(ValueBytesUnsafe);

    /// <summary>A copy of its value.</summary>
    public byte[] ValueBytes => [.. ValueBytesUnsafe];

    private byte[] ValueBytesUnsafe { get; }

    /// <summary>Makes a property.</summary>
    public static AuthProperty Create(string name, byte[] valueBytes) => new(name, [.. valueBytes]);
}
