namespace NaraVard.HouseRules.Tests;

/// <summary>The folder of this repository, found by walking up from where the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "NaraVard.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("NaraVard.sln is in no folder above the tests.");
        }

        return folder;
    }
}
