using System.Diagnostics;
using NaraVard.HouseRules.Tests;

namespace NaraVard.Contracts.Tests;

/// <summary>Runs buf, which <c>npm ci</c> in eng/tools installs.</summary>
internal static class Buf
{
    public const string Config = "proto/buf.yaml";

    private static readonly string Program =
        Path.Combine(RepositoryRoot.Path, "eng/tools/node_modules/.bin/buf");

    /// <summary>What buf says in a folder laid out as the repository; empty when it has nothing to say.</summary>
    public static async Task<string> Run(string folder, params string[] arguments)
    {
        Assert.True(File.Exists(Program), "buf is missing: run npm ci in eng/tools");
        using var process = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : $"{output}{await errors}exit code {process.ExitCode}";
    }

    /// <summary>Compiles the contracts of a folder into one image and answers its path.</summary>
    public static async Task<string> Image(string folder)
    {
        var image = Path.Combine(Directory.CreateTempSubdirectory("contracts-").FullName, "image.binpb");
        Assert.Empty(await Run(folder, "build", ".", "--config", Config, "--exclude-source-info", "-o", image));
        return image;
    }

    /// <summary>What in one image breaks users of the other; empty when nothing does.</summary>
    public static Task<string> Breaks(string image, string against) =>
        Run(RepositoryRoot.Path, "breaking", image, "--against", against, "--config", Config);
}
