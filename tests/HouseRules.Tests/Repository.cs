namespace NaraVard.HouseRules.Tests;

/// <summary>The tree that the rules read: this repository, or a made-up one that breaks a rule.</summary>
internal sealed class Repository(IEnumerable<SourceFile> files, IEnumerable<string> topLevel)
{
    // What is never committed (see .gitignore).
    private static readonly HashSet<string> Skipped =
        [".git", ".local", ".vs", ".idea", "artifacts", "node_modules", "bin", "obj", "dist"];

    private static readonly HashSet<string> Binary = [".png", ".pb", ".binpb", ".ico", ".woff2", ".tgz", ".zip"];

    private readonly HashSet<string> paths = [];

    /// <summary>This repository, read once.</summary>
    public static Repository Here { get; } = Read(RepositoryRoot.Path);

    public IReadOnlyList<SourceFile> Files { get; } = [.. files];

    /// <summary>Names of files and folders at the root.</summary>
    public IReadOnlyList<string> TopLevel { get; } = [.. topLevel];

    public IEnumerable<SourceFile> Code => Files.Where(file => file.IsCode);

    /// <summary>A made-up tree: paths and texts in turn.</summary>
    public static Repository Of(params (string Path, string Text)[] files) => new(
        files.Select(file => new SourceFile(file.Path, file.Text)),
        files.Select(file => file.Path.Split('/')[0]).Distinct());

    public SourceFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    public string TextOf(string path) => Find(path)?.Text ?? "";

    /// <summary>True when there is such a file, or a folder with files in it.</summary>
    public bool Exists(string path)
    {
        if (paths.Count == 0)
        {
            foreach (var file in Files)
            {
                for (var part = file.Path; part.Length > 0; part = Path.GetDirectoryName(part) ?? "")
                    paths.Add(part);
            }
        }

        return paths.Contains(path.TrimEnd('/'));
    }

    private static Repository Read(string root) => new(
        Walk(root).Select(path => new SourceFile(
            Path.GetRelativePath(root, path).Replace('\\', '/'),
            Binary.Contains(Path.GetExtension(path)) ? "" : File.ReadAllText(path))).OrderBy(file => file.Path),
        Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName).OfType<string>()
            .Where(name => !Skipped.Contains(name)));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Where(path => Path.GetFileName(path) != ".git" && !path.EndsWith(".user", StringComparison.Ordinal))
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(path => !Skipped.Contains(Path.GetFileName(path)))
            .SelectMany(Walk));
}
