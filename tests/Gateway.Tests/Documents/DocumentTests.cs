using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;
using YamlDotNet.RepresentationModel;

namespace NaraVard.Gateway.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public async Task Merges_what_each_service_says_of_its_own_paths()
    {
        await using var scene = await Scene.Start(
            await Says("echo", Document("echo", "Line", "string")),
            await Says("visits", Document("visits", "Visit", "integer")));

        var merged = JsonNode.Parse(await scene.Http.GetStringAsync("/openapi.json"))!;

        Assert.Equal("3.1.0", merged["openapi"]!.GetValue<string>());
        Assert.Equal(["/echo/v1/lines", "/visits/v1/lines"], Names(merged["paths"]));
        Assert.Equal(["Line", "Visit"], Names(merged["components"]!["schemas"]));
        Assert.Equal(["echo", "visits"], merged["tags"]!.AsArray().Select(tag => tag!["name"]!.GetValue<string>()));
        Assert.Empty(merged["x-unavailable"]!.AsArray());
        Assert.EndsWith("/protocol/openid-connect/token", merged["components"]!["securitySchemes"]!["oauth2"]!["flows"]!
            ["clientCredentials"]!["tokenUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_services_may_mean_different_things_by_one_name()
    {
        await using var scene = await Scene.Start(
            await Says("echo", Document("echo", "Line", "string")),
            await Says("visits", Document("visits", "Line", "integer")));

        var merged = JsonNode.Parse(await scene.Http.GetStringAsync("/openapi.json"))!;

        Assert.Equal(["Line", "VisitsLine"], Names(merged["components"]!["schemas"]));
        Assert.Equal("#/components/schemas/Line", Reference(merged, "/echo/v1/lines"));
        Assert.Equal("#/components/schemas/VisitsLine", Reference(merged, "/visits/v1/lines"));
        Assert.Equal("integer", merged["components"]!["schemas"]!["VisitsLine"]!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_says_nothing_is_left_out_and_named(bool isBroken)
    {
        await using var scene = await Scene.With(
            new() { ["Services:gone:Address"] = Backend.Gone() },
            await Says("echo", Document("echo", "Line", "string")),
            await Backend.Start("odd", app => app.Run(context =>
                context.Response.WriteAsync(isBroken ? "<html>" : "[]"))));

        var merged = JsonNode.Parse(await scene.Http.GetStringAsync("/openapi.json"))!;

        Assert.Equal(["/echo/v1/lines"], Names(merged["paths"]));
        Assert.Equal(["gone", "odd"], merged["x-unavailable"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Contains("gone, odd", merged["info"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_describes_no_other_services_paths()
    {
        await using var scene = await Scene.Start(await Says("echo", Document("visits", "Line", "string")));

        var merged = JsonNode.Parse(await scene.Http.GetStringAsync("/openapi.json"))!;

        Assert.Empty(merged["paths"]!.AsObject());
    }

    [Fact]
    public async Task Services_are_asked_again_only_when_the_answer_is_old()
    {
        var clock = new TestClock();
        await using var backend = await Says("echo", Document("echo", "Line", "string"));
        await using var scene = await Scene.With(new() { ["Documents:CacheSeconds"] = "30" }, clock, backend);

        for (var i = 0; i < 3; i++)
            await scene.Http.GetStringAsync("/openapi.json");
        var before = backend.Requests;
        clock.Advance(TimeSpan.FromSeconds(31));
        await scene.Http.GetStringAsync("/openapi.yaml");

        Assert.Equal((1, 2), (before, backend.Requests));
    }

    [Fact]
    public async Task The_YAML_says_the_same_as_the_JSON()
    {
        await using var scene = await Scene.Start(await Says("echo", Document("echo", "Line", "string")));

        using var answer = await scene.Http.GetAsync("/openapi.yaml");
        var yaml = new YamlStream();
        yaml.Load(new StringReader(await answer.Content.ReadAsStringAsync()));
        var json = JsonNode.Parse(await scene.Http.GetStringAsync("/openapi.json"))!;

        var paths = ((YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children["paths"]).Children;
        Assert.Equal("application/yaml", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(paths);
        Assert.Equal(Names(json["paths"]), paths.Keys.Select(key => ((YamlScalarNode)key).Value!));
    }

    [Fact]
    public async Task The_page_and_its_parts_are_served_under_a_strict_policy_and_ask_nobody_else()
    {
        await using var scene = await Scene.Start(await Says("echo", Document("echo", "Line", "string")));

        using var page = await scene.Http.GetAsync("/docs");
        var text = await page.Content.ReadAsStringAsync();

        var policy = page.Header("Content-Security-Policy")!;
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        foreach (var part in new[] { "docs.js", "schema.js", "text.js", "docs.css" })
        {
            using var answer = await scene.Http.GetAsync($"/docs/{part}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("://", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static Task<Backend> Says(string service, string document) =>
        Backend.Start(service, app => app.MapGet($"/{service}/v1/openapi.json", () => Results.Content(document)));

    private static string Document(string service, string component, string type) => """
        {
          "openapi": "3.1.0", "info": {"title": "$service", "version": "1"}, "tags": [{"name": "$service"}],
          "paths": {"/$service/v1/lines": {"get": {"operationId": "$service", "tags": ["$service"], "responses": {
            "200": {"description": "Lines", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/$component"}}}}}}}},
          "components": {"schemas": {"$component": {"type": "$type"}}}
        }
        """
        .Replace("$service", service).Replace("$component", component).Replace("$type", type);

    private static string Reference(JsonNode merged, string path) =>
        merged["paths"]![path]!["get"]!["responses"]!["200"]!
        ["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>();

    private static IEnumerable<string> Names(JsonNode? members) => members!.AsObject().Select(member => member.Key);
}
