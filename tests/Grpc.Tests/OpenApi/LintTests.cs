using System.Diagnostics;
using System.Text.Json.Nodes;
using Grpc.OpenApi;

namespace NaraVard.Grpc.Tests.OpenApi;

/// <summary>Other people's tool reads the documents: redocly, from eng/tools.</summary>
public sealed class LintTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("openapi").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_document_is_valid()
    {
        var (code, output) = await Redocly("lint", await Written("openapi.json", Documents.OfVisits.ToJsonString()));

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task The_yaml_is_the_same_document()
    {
        var yaml = await Written("openapi.yaml", OpenApiYaml.Write(Documents.OfVisits));
        var back = Path.Combine(folder, "back.json");

        var (code, output) = await Redocly("bundle", yaml, "--output", back);

        Assert.True(code == 0, output);
        var read = JsonNode.Parse(await File.ReadAllTextAsync(back));
        Assert.True(JsonNode.DeepEquals(Documents.OfVisits, read), output);
    }

    private async Task<string> Written(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static async Task<(int Code, string Output)> Redocly(string command, string file, params string[] more)
    {
        var tools = Path.Combine(Root(), "eng", "tools");
        var start = new ProcessStartInfo(Path.Combine(tools, "node_modules", ".bin", "redocly"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = tools,
        };
        foreach (var argument in (string[])[command, file, "--config", Path.Combine(tools, "redocly.yaml"), .. more])
            start.ArgumentList.Add(argument);
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output + await errors);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NaraVard.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
