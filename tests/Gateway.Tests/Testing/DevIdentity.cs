using System.Diagnostics;
using System.Text.Json;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>eng/dev-identity as ./nara up runs it, with the chart's own realm.</summary>
internal sealed class DevIdentity : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo keys;
    private readonly HttpClient client = new();

    private DevIdentity(Process process, DirectoryInfo keys, string issuer)
    {
        this.process = process;
        this.keys = keys;
        Issuer = issuer;
    }

    public string Issuer { get; }

    /// <param name="variables">Of the realm file.</param>
    public static async Task<DevIdentity> Start(params (string Name, string Value)[] variables)
    {
        var folder = Path.Combine(Root(), "eng", "dev-identity");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            using (var install = Run("npm", ["ci", "--no-audit", "--no-fund"], folder))
                await install.WaitForExitAsync();
        var keys = Directory.CreateTempSubdirectory("dev-identity-");
        string[] arguments = ["main.js", "--port", $"{ServerFolder.FreePort()}", "--keys", keys.FullName];
        var process = Run("node", arguments, folder, variables);
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
            if (line.StartsWith("dev-identity ready: ", StringComparison.Ordinal))
                return new(process, keys, line["dev-identity ready: ".Length..]);
        throw new InvalidOperationException("dev-identity ended before it was ready.");
    }

    /// <summary>A person's token for a name and a password; null when they are refused.</summary>
    public Task<string?> TokenOf(string name, string password) => Token(
        ("grant_type", "password"), ("client_id", "naravard-cli"), ("username", name), ("password", password));

    /// <summary>The access token that these grant parameters give; null when they are refused.</summary>
    public async Task<string?> Token(params (string Name, string Value)[] form)
    {
        using var answer = await client.PostAsync(
            $"{Issuer}/protocol/openid-connect/token",
            new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return answer.IsSuccessStatusCode ? body.GetProperty("access_token").GetString() : null;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
        keys.Delete(recursive: true);
    }

    private static Process Run(
        string program, string[] arguments, string folder, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NaraVard.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
