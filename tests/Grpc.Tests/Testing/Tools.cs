using System.Diagnostics;

namespace NaraVard.Grpc.Tests.Testing;

/// <summary>Programs of other people that the tests run.</summary>
internal static class Tools
{
    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = Find();

    public static string Modules { get; } = Path.Combine(Root, "eng", "tools", "node_modules");

    public static string Protos { get; } = string.Join(',',
        Path.Combine(Root, "tests", "Grpc.Tests", "Protos"), Path.Combine(Root, "lib", "Grpc", "Protos"));

    public static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Runs a program to its end, a minute at most.</summary>
    public static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await errors);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NaraVard.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No NaraVard.sln above the tests.");
    }
}
