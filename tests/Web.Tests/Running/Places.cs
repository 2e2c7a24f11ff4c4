namespace NaraVard.Web.Tests.Running;

/// <summary>Where the built programs and the repository's files are.</summary>
internal static class Places
{
    // artifacts/bin/Web.Tests/<configuration>/
    private static readonly DirectoryInfo Built = new(AppContext.BaseDirectory.TrimEnd('/'));

    private static readonly string Repository = Built.Parent!.Parent!.Parent!.Parent!.FullName;

    /// <summary>A program's assembly, in the configuration that the tests were built in.</summary>
    public static string Assembly(string project) =>
        Path.Combine(Built.Parent!.Parent!.FullName, project, Built.Name, $"NaraVard.{project}.dll");

    /// <summary>A file of the repository.</summary>
    public static string File(string path) => Path.Combine(Repository, path);

    /// <summary>Where pictures are written, for people to look at.</summary>
    public static string Screens => Directory.CreateDirectory(File("artifacts/screens")).FullName;
}
