using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NaraVard.Conventions.Tests.Rows;
using NaraVard.Conventions.Tests.Running;

namespace NaraVard.Conventions.Tests.Promises;

/// <summary>What partners rely on stays: documents and errors, as files in this folder.</summary>
[Collection(OneSuite.Name)]
public sealed partial class PromiseTests(RunningSuite suite)
{
    [Fact]
    public async Task Every_api_document_keeps_what_it_promised()
    {
        var documents = await Documents.All(suite);
        var differences = documents
            .SelectMany(one => Promise.Differences("openapi", one.Key, WithoutPorts(one.Value))).ToList();
        differences.AddRange(Promise.Names("openapi").Except(documents.Keys).Select(name => $"openapi/{name} is gone"));

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Every_error_keeps_its_body()
    {
        var differences = new List<string>();
        var rows = new ErrorRows(suite).All;
        foreach (var (code, ask) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            var answer = await ask();
            if (answer.Code == code)
                differences.AddRange(Promise.Differences("errors", code, WithoutIds(answer.Text)));
            else
                differences.Add($"errors/{code} cannot be had: {answer}");
        }

        differences.AddRange(Promise.Names("errors").Except(rows.Keys).Select(name => $"errors/{name} is gone"));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Every_error_that_a_contract_names_has_a_promised_body()
    {
        var named = suite.Routes.SelectMany(route => route.Rest.ErrorCodes).ToHashSet();

        Assert.Subset(new ErrorRows(suite).All.Keys.ToHashSet(), named);
    }

    [Theory]
    [InlineData("""{"a": {"b": 1}}""", """{"a": {"b": 1, "c": 2}}""", "")]
    [InlineData("""{"enum": ["A"]}""", """{"enum": ["A", "B"]}""", "")]
    [InlineData("""{"description": "old"}""", """{"description": "new"}""", "")]
    [InlineData("""{"a": {"b": 1}}""", """{"a": {}}""", "/a/b is gone")]
    [InlineData("""{"type": "string"}""", """{"type": "integer"}""", "/type was \"string\" and is \"integer\"")]
    [InlineData("""{"enum": ["A", "B"]}""", """{"enum": ["A"]}""", "/enum: \"B\" is gone")]
    [InlineData("""{"required": ["a"]}""", """{"required": ["a", "b"]}""",
        "/required was [\"a\"] and is [\"a\",\"b\"]")]
    [InlineData("""{"a": 1}""", """{"a": 1, "required": ["b"]}""", "/required demands more")]
    [InlineData("""{"components": {"schemas": {"A": {"required": ["a"]}}}}""",
        """{"components": {"schemas": {"A": {"required": ["a", "b"]}}}}""", "")]
    [InlineData("""{"components": {"schemas": {"A": {"required": ["a", "b"]}}}}""",
        """{"components": {"schemas": {"A": {"required": ["a"]}}}}""",
        "/components/schemas/A/required: \"b\" is gone")]
    [InlineData("""{"components": {"schemas": {"A": {"x": {"$ref": "#/components/schemas/B"}}, "B": {}}}}""",
        """
        {"requestBody": {"$ref": "#/components/schemas/A"},
         "components": {"schemas": {"A": {"x": {"$ref": "#/components/schemas/B"}}, "B": {"required": ["b"]}}}}
        """,
        "/components/schemas/B/required demands more")]
    [InlineData("""{"properties": {"title": {"type": "string"}}}""", """{"properties": {}}""",
        "/properties/title is gone")]
    public void What_breaks_a_caller_is_told_from_what_is_more(string before, string now, string broken) =>
        Assert.Equal(broken, string.Join('\n', Breaks.Between(JsonNode.Parse(before), JsonNode.Parse(now))));

    private static JsonNode WithoutPorts(JsonNode document) =>
        JsonNode.Parse(Port().Replace(document.ToJsonString(), "http://127.0.0.1:0"))!;

    private static JsonNode WithoutIds(string body) =>
        JsonNode.Parse(Ids().Replace(body, match => match.Value.Contains(':', StringComparison.Ordinal)
            ? "urn:naravard:request:{request}" : "{id}"))!;

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex(@"urn:naravard:request:[A-Za-z0-9._-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
