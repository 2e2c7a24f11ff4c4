using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which health checks speak for which service.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>
    /// The services with checks of their own. All checks speak for the server as a whole (the empty name) and for
    /// every mapped gRPC service that is not named here.
    /// </summary>
    public ServiceMappingCollection Services { get; } = new();
}

/// <summary>Service names, each with the checks that speak for it.</summary>
public sealed class ServiceMappingCollection
{
    private readonly Dictionary<string, Func<HealthCheckMapContext, bool>> mappings = new(StringComparer.Ordinal);

    internal IReadOnlyCollection<string> Names => mappings.Keys;

    /// <summary>Lets some checks speak for a service.</summary>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(predicate);
        mappings[name] = predicate;
    }

    internal HealthStatus Of(string name, HealthReport report)
    {
        if (!mappings.TryGetValue(name, out var speaks))
            return report.Status;
        var worst = HealthStatus.Healthy;
        foreach (var (check, entry) in report.Entries)
            if (speaks(new HealthCheckMapContext(check, entry.Tags)) && entry.Status < worst)
                worst = entry.Status;
        return worst;
    }
}

/// <summary>A health check that may speak for a service.</summary>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    /// <summary>The name of the check.</summary>
    public string Name { get; } = name;

    /// <summary>The tags of the check.</summary>
    public IEnumerable<string> Tags { get; } = tags;
}
