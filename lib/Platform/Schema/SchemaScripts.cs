using System.Globalization;
using System.Reflection;

namespace NaraVard.Platform.Schema;

/// <summary>
/// The numbered scripts that make the platform's tables. Each runs once per database, in order of number; each can also
/// run again without harm. A script is any <c>NNNN-name.sql</c> in this project.
/// </summary>
internal static class SchemaScripts
{
    private const string Prefix = "sql/";

    /// <summary>Every script of the platform, in order.</summary>
    public static IReadOnlyList<SchemaScript> All() => Of(typeof(SchemaScripts).Assembly);

    /// <summary>Every script that the assembly carries, in order.</summary>
    public static IReadOnlyList<SchemaScript> Of(Assembly assembly)
    {
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Read(assembly.GetManifestResourceStream(name)!, name[Prefix.Length..]))
            .OrderBy(script => script.Number)
            .ToList();
        if (scripts.DistinctBy(script => script.Number).Count() != scripts.Count)
            throw new InvalidOperationException("Two scripts have the same number.");
        return scripts;
    }

    private static SchemaScript Read(Stream stream, string name)
    {
        using var reader = new StreamReader(stream);
        return new SchemaScript(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}

/// <summary>One script.</summary>
internal sealed record SchemaScript(int Number, string Name, string Sql);
