using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NaraVard.Platform.Options;

/// <summary>Collects the faults of all sections while a host is put together.</summary>
internal sealed class ConfigurationFaults
{
    private readonly SortedSet<string> faults = new(StringComparer.Ordinal);

    /// <summary>The one collection of this host.</summary>
    public static ConfigurationFaults Of(IHostApplicationBuilder builder)
    {
        var existing = builder.Services
            .FirstOrDefault(service => service.ServiceType == typeof(ConfigurationFaults))?.ImplementationInstance;
        if (existing is ConfigurationFaults faults)
            return faults;
        var added = new ConfigurationFaults();
        builder.Services.AddSingleton(added);
        return added;
    }

    public void Add(string key, string what) => faults.Add($"{key}: {what}");

    public void ThrowIfAny()
    {
        if (faults.Count > 0)
            throw new InvalidConfiguration([.. faults]);
    }
}
