using NaraVard.HouseRules.Tests;

namespace NaraVard.Contracts.Tests;

/// <summary>
/// What has been promised, as files that a reviewer reads. Where the program says otherwise it is written to
/// artifacts/golden, and eng/contracts-accept takes it over.
/// </summary>
internal static class Golden
{
    public static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests/Contracts.Tests/Golden");

    private static readonly string Actual = Path.Combine(RepositoryRoot.Path, "artifacts/golden");

    /// <summary>What differs from the file, in words; null when nothing does.</summary>
    public static string? Difference(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        var expected = File.Exists(path) ? File.ReadAllText(path) : null;
        var copy = Path.Combine(Actual, name);
        if (expected == actual)
        {
            if (File.Exists(copy))
                File.Delete(copy);
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.WriteAllText(copy, actual);
        return expected is null ? $"Golden/{name} is missing" : $"Golden/{name} differs from artifacts/golden/{name}";
    }
}
