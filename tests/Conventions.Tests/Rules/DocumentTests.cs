using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using YamlDotNet.RepresentationModel;

namespace NaraVard.Conventions.Tests.Rules;

/// <summary>Rules over what services and the gateway say about their APIs.</summary>
[Collection(OneSuite.Name)]
public sealed class DocumentTests(RunningSuite suite)
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task VER_06_Every_service_has_api_info_with_the_members_of_the_profile()
    {
        foreach (var service in suite.Databases.Keys)
        {
            var info = (await Read($"/{service}/v1/api-info")).Json.AsObject();

            Assert.Equal(["apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus"],
                info.Select(member => member.Key));
            Assert.All(info, member => Assert.NotEqual("", member.Value!.GetValue<string>()));
            Assert.True((await Read(info["apiDocumentation"]!.GetValue<string>())).IsDone);
        }
    }

    [Fact]
    public async Task The_YAML_of_every_document_says_what_the_JSON_says()
    {
        foreach (var path in suite.Databases.Keys.Select(service => $"/{service}/v1/openapi").Append("/openapi"))
        {
            var json = (await Read(path + ".json")).Json;
            var answer = await Read(path + ".yaml");
            var yaml = new YamlStream();
            yaml.Load(new StringReader(answer.Text));

            Assert.Equal("application/yaml", answer.Headers["Content-Type"]);
            Assert.Equal(Flat(json), Flat(yaml.Documents[0].RootNode));
        }
    }

    [Fact]
    public async Task Every_route_is_in_its_services_document_and_nothing_else_is()
    {
        foreach (var (service, document) in await Documents.OfServices(suite))
        {
            var routes = suite.Routes
                .Where(route => route.Rpc.File.Package == $"naravard.{service}.v1"
                    || route.PathFields.Contains("service"))
                .Select(route => $"{route.Http.Verb} {Named(route, service)}").Order(StringComparer.Ordinal);
            var described = Documents.Operations(document)
                .Select(one => $"{one.Verb.ToUpperInvariant()} {one.Path}").Order(StringComparer.Ordinal);

            Assert.Equal(routes, described);
        }
    }

    [Fact]
    public async Task DOK_06_DOK_19_20_Every_part_is_told_in_Swedish_and_English()
    {
        foreach (var (name, document) in await Documents.All(suite))
            Assert.All(Described(document), one => Assert.True(
                IsText(one.Node, "description") && IsText(one.Node, "x-description-sv"), $"{name}{one.Path}"));
    }

    [Fact]
    public async Task DOK_15_Every_body_answer_and_error_has_an_example()
    {
        foreach (var (name, document) in await Documents.All(suite))
            Assert.All(All(document).Where(one => one.Path.Contains("/content/", StringComparison.Ordinal)
                && one.Node["schema"] is not null), one => Assert.True(
                one.Node["example"] is not null || one.Node["examples"] is not null, $"{name}{one.Path}"));
    }

    [Fact]
    public async Task DOK_03_DOK_08_09_A_document_says_whom_to_ask_and_what_is_limited()
    {
        foreach (var (name, document) in await Documents.All(suite))
        {
            var info = document["info"]!;

            Assert.True(IsText(info["contact"]!, "name"), name);
            Assert.True(IsText(info, "version") && IsText(info, "title") && IsText(info, "description"), name);
            Assert.True(info["x-limitations"] is JsonArray { Count: > 0 }, $"{name} says no limitations");
        }
    }

    [Fact]
    public async Task SAK_09_10_15_16_18_An_API_is_called_with_OAuth_2_tokens_and_in_no_other_way()
    {
        foreach (var document in (await Documents.All(suite)).Values)
        {
            var ways = document["components"]!["securitySchemes"]!.AsObject();

            Assert.Equal(["oauth2", "bearer"], ways.Select(way => way.Key));
            Assert.Equal("bearer", ways["bearer"]!["scheme"]!.GetValue<string>());
            Assert.Equal(2, document["security"]!.AsArray().Count);
            Assert.All(Documents.Operations(document), one => Assert.Null(one.Operation["security"]));
        }
    }

    [Fact]
    public async Task FEL_01_02_Every_operation_describes_its_errors_as_problems()
    {
        foreach (var (name, document) in await Documents.All(suite))
            foreach (var (path, verb, operation) in Documents.Operations(document))
            {
                var errors = operation["responses"]!.AsObject().Where(one => int.Parse(one.Key, null) >= 400).ToList();

                Assert.Superset(new HashSet<string> { "400", "401", "403" }, errors.Select(one => one.Key).ToHashSet());
                Assert.All(errors, one => Assert.True(
                    Resolved(document, one.Value!)["content"]?["application/problem+json"] is not null,
                    $"{name} {verb} {path} {one.Key}"));
            }
    }

    [Fact]
    public async Task Every_operation_tells_of_the_headers_that_all_take()
    {
        foreach (var document in (await Documents.All(suite)).Values)
            Assert.All(Documents.Operations(document), one => Assert.Superset(
                new HashSet<string> { "Accept-Language", "traceparent", "x-request-id", "x-acting-user" },
                one.Operation["parameters"]!.AsArray()
                    .Select(parameter => Resolved(document, parameter!)["name"]!.GetValue<string>()).ToHashSet()));
    }

    [Fact]
    public async Task AME_04_05_Every_field_is_in_camel_case()
    {
        foreach (var document in (await Documents.All(suite)).Values)
            Assert.All(All(document).Where(one => one.Path.EndsWith("/properties", StringComparison.Ordinal))
                .SelectMany(one => one.Node.AsObject()), field => Assert.Matches("^_?[a-z][a-zA-Z0-9]*$", field.Key));
    }

    private static string Named(Route route, string service) => "/" + string.Join('/',
        route.Http.Path.Segments.Select(part => !part.IsVariable ? part.Text : part.Text == "service" ? service
            : $"{{{route.Rpc.InputType.FindFieldByName(part.Text).JsonName}}}"));

    private static IEnumerable<(string Path, JsonNode Node)> Described(JsonNode document) =>
        All(document).Where(one => one.Path is "/info" || IsOperation(one.Path) || IsField(one.Path)
            || one.Path.Contains("/parameters/", StringComparison.Ordinal) && one.Node["in"] is not null
            || one.Path.Contains("/responses/", StringComparison.Ordinal) && one.Node["content"] is not null);

    private static bool IsOperation(string path) =>
        path.StartsWith("/paths/", StringComparison.Ordinal) && Verbs.Contains(path.Split('/')[^1])
        && !path.Contains("/responses", StringComparison.Ordinal);

    private static bool IsField(string path) => path.Split('/') is [.., "properties", _];

    private static IEnumerable<(string Path, JsonNode Node)> All(JsonNode node, string path = "") => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null && !IsExample(member.Key, path))
            .SelectMany(member => All(member.Value!, $"{path}/{member.Key}")).Prepend((path, node)),
        JsonArray elements => elements.Where(element => element is not null)
            .SelectMany((element, i) => All(element!, $"{path}/{i}")),
        _ => [],
    };

    private static bool IsExample(string name, string path) =>
        name is "example" or "examples" && !path.EndsWith("/properties", StringComparison.Ordinal);

    private static bool IsText(JsonNode node, string member) => node[member]?.ToString() is { Length: > 0 };

    private static JsonNode Resolved(JsonNode document, JsonNode node) => node["$ref"]?.GetValue<string>() is { } to
        ? to.Split('/')[1..].Aggregate(document, (at, step) => at[step]!) : node;

    private static SortedSet<string> Flat(JsonNode? node, string at = "") => node switch
    {
        JsonObject members => [.. members.SelectMany(member => Flat(member.Value, $"{at}/{member.Key}"))],
        JsonArray elements => [.. elements.SelectMany((element, i) => Flat(element, $"{at}/{i}"))],
        _ => [$"{at}={node}"],
    };

    private static SortedSet<string> Flat(YamlNode node, string at = "") => node switch
    {
        YamlMappingNode members => [.. members.SelectMany(
            member => Flat(member.Value, $"{at}/{((YamlScalarNode)member.Key).Value}"))],
        YamlSequenceNode elements => [.. elements.SelectMany((element, i) => Flat(element, $"{at}/{i}"))],
        _ => [$"{at}={((YamlScalarNode)node).Value}"],
    };

    private Task<Answer> Read(string path) =>
        suite.Exchange.Send(HttpMethod.Get, new(suite.Exchange.Address(Way.JsonAtGateway), path));
}
