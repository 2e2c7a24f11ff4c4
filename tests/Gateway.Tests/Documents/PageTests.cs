using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;

namespace NaraVard.Gateway.Tests.Documents;

public sealed class PageTests
{
    private const string Document = """
        {
          "openapi": "3.1.0", "info": {"title": "echo", "version": "1"}, "tags": [{"name": "EchoService"}],
          "paths": {"/echo/v1/lines": {"post": {
            "operationId": "EchoService_Say", "tags": ["EchoService"], "summary": "Says it.",
            "x-summary-sv": "Säger det.",
            "description": "Says <b>it</b>.", "x-description-sv": "Säger <b>det</b> med `kod`.",
            "requestBody": {"content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Line"}, "example": {"text": "hej"}}}},
            "responses": {"200": {"description": "A line.", "x-description-sv": "En rad.", "content": {
              "application/json": {"schema": {"$ref": "#/components/schemas/Line"}, "example": {"text": "hej"}}}}}
          }}},
          "components": {"schemas": {"Line": {"type": "object", "required": ["text"], "properties": {
            "text": {"type": "string", "description": "What is said.", "x-description-sv": "Vad som sägs."}}}}}
        }
        """;

    [Theory]
    [InlineData("sv", "Säger det.", "Vad som sägs.")]
    [InlineData("en", "Says it.", "What is said.")]
    public async Task Shows_the_operations_in_the_readers_language_and_breaks_no_policy(
        string language, string summary, string field)
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app =>
            app.MapGet("/echo/v1/openapi.json", () => Results.Content(Document))));

        var (page, log) = await Chromium($"{scene.Http.BaseAddress}docs?lang={language}#EchoService_Say");

        Assert.Contains(summary, page, StringComparison.Ordinal);
        Assert.Contains(field, page, StringComparison.Ordinal);
        Assert.Contains("curl -X POST", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
    }

    private static async Task<(string Page, string Log)> Chromium(string address)
    {
        var profile = Directory.CreateTempSubdirectory("chromium-");
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", $"--user-data-dir={profile.FullName}",
            "--enable-logging=stderr", "--virtual-time-budget=5000", "--dump-dom", address,
        ];
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/chromium", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (page, log) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        profile.Delete(recursive: true);
        return (await page, await log);
    }
}
