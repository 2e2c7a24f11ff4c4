using Microsoft.Extensions.Configuration;

namespace NaraVard.Platform.Options;

/// <summary>
/// Binds a section so that every faulty key is found, not only the first: what the binder refuses is noted by key,
/// left out, and the rest is bound again. Values are never repeated, since they may be secrets.
/// </summary>
internal sealed class SectionBinder(IConfigurationSection section, ConfigurationFaults faults)
{
    private readonly Dictionary<string, string?> values =
        section.AsEnumerable().Where(pair => pair.Value is not null).ToDictionary(StringComparer.OrdinalIgnoreCase);

    public TOptions Bind<TOptions>()
        where TOptions : class, new()
    {
        while (true)
        {
            try
            {
                return Attempt<TOptions>();
            }
            catch (InvalidOperationException refusal)
            {
                // Inside a dictionary or list the reason is in the inner exception.
                LeaveOut(refusal.GetBaseException().Message + refusal.Message);
            }
        }
    }

    private TOptions Attempt<TOptions>()
        where TOptions : class, new()
    {
        var options = new TOptions();
        new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(section.Path)
            .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        return options;
    }

    private void LeaveOut(string refusal)
    {
        var culprits = values.Keys
            .Where(path => refusal.Contains($" '{path}' ", StringComparison.OrdinalIgnoreCase)).ToList();
        var what = "has a value of the wrong type";
        if (culprits.Count == 0)
        {
            what = "is not a known key";
            culprits = [.. values.Keys.Where(path => SegmentsOf(path).Any(name => refusal.Contains($"'{name}'")))];
        }

        if (culprits.Count == 0)
        {
            what = "cannot be bound";
            culprits = [.. values.Keys];
        }

        foreach (var path in culprits)
        {
            values.Remove(path);
            faults.Add(path, what);
        }

        if (culprits.Count == 0)
            throw new InvalidConfiguration([$"{section.Path}: cannot be bound"]);
    }

    private string[] SegmentsOf(string path) =>
        path[section.Path.Length..].Split(ConfigurationPath.KeyDelimiter, StringSplitOptions.RemoveEmptyEntries);
}
