using System.ComponentModel.DataAnnotations;

namespace NaraVard.Gateway.Options;

/// <summary>What the gateway does when a service does not answer (section <c>Forwarding</c>).</summary>
internal sealed class ForwardingOptions
{
    /// <summary>How long a connection to a service may take to open.</summary>
    [Range(1, 60)]
    public int ConnectSeconds { get; init; } = 3;

    /// <summary>How long one connection is used, so that new copies of a service get their share.</summary>
    [Range(10, 3600)]
    public int ConnectionLifetimeSeconds { get; init; } = 120;

    /// <summary>Tries after the first one, where trying again cannot do a thing twice.</summary>
    [Range(0, 5)]
    public int RetriesMax { get; init; } = 2;

    /// <summary>Pause before the first new try; doubled for each further one.</summary>
    [Range(1, 5000)]
    public int RetryDelayMilliseconds { get; init; } = 50;

    /// <summary>Failures in a row after which a service is left alone for a while.</summary>
    [Range(1, 1000)]
    public int BreakerFailures { get; init; } = 8;

    /// <summary>How long it is left alone; then one request tries it.</summary>
    [Range(1, 600)]
    public int BreakerOpenSeconds { get; init; } = 5;
}
