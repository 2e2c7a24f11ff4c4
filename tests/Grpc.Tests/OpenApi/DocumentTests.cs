using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Grpc.OpenApi;

namespace NaraVard.Grpc.Tests.OpenApi;

public sealed class DocumentTests
{
    private const string Visit = "components schemas transcoding.v1.Visit ";
    private const string Book = "paths /visits/v1/visits post ";
    private const string Replace = "paths /visits/v1/visits/{visitId} put ";
    private const string Move = "paths /visits/v1/visits/{visitId}/moves post ";
    private const string Watch = "paths /visits/v1/units/{unit}/changes get ";

    private readonly JsonNode document = Documents.OfVisits;

    [Theory]
    [InlineData("openapi", "\"3.1.0\"")]
    [InlineData("info termsOfService", "\"https://example.org/terms\"")]
    [InlineData("info x-sla", "\"99.9 %, weekdays 7 to 18\"")]
    [InlineData("info x-limitations 1", "\"4 MiB a request\"")]
    [InlineData("info license identifier", "\"CC0-1.0\"")]
    [InlineData("info contact email", "\"desk@example.org\"")]
    [InlineData("tags 0 name", "\"Visits\"")]
    [InlineData("tags 0 x-description-sv", "\"Bokar hembesök och berättar hur de går.\"")]
    [InlineData(Book + "operationId", "\"Visits_BookVisit\"")]
    [InlineData(Book + "summary", "\"Books a visit.\"")]
    [InlineData(Book + "description",
        "\"Books a visit. The caller chooses the id, so that a retry books once. It may be moved later.\"")]
    [InlineData(Book + "x-summary-sv", "\"Bokar ett besök.\"")]
    [InlineData(Book + "x-error-codes", """["team-busy"]""")]
    [InlineData(Book + "responses 201 headers Location $ref", "\"#/components/headers/Location\"")]
    [InlineData(Book + "responses 201 headers ETag $ref", "\"#/components/headers/ETag\"")]
    [InlineData(Book + "responses 409 content application/problem+json examples team-busy value code", "\"team-busy\"")]
    [InlineData(Book + "responses 400 $ref", "\"#/components/responses/Problem400\"")]
    [InlineData(Visit + "properties version type", "\"string\"")]
    [InlineData(Visit + "properties version format", "\"int64\"")]
    [InlineData(Visit + "properties version readOnly", "true")]
    [InlineData(Visit + "properties version examples", """["3"]""")]
    [InlineData(Visit + "properties note type", "\"string\"")]
    [InlineData(Visit + "properties note x-description-sv",
        "\"Vad teamet ska tänka på; saknas när det inte finns något.\"")]
    [InlineData(Visit + "properties steps type", "\"integer\"")]
    [InlineData(Visit + "properties start format", "\"date-time\"")]
    [InlineData(Visit + "properties state $ref", "\"#/components/schemas/transcoding.v1.VisitState\"")]
    [InlineData(Visit + "properties personKey x-one-of", "\"whom\"")]
    [InlineData(Visit + "properties distanceByTeam additionalProperties format", "\"double\"")]
    [InlineData(Visit + "required", """["visitId","start"]""")]
    [InlineData("components schemas transcoding.v1.VisitState x-enum-descriptions-sv VISIT_STATE_STARTED",
        "\"Teamet är på plats.\"")]
    [InlineData("components schemas transcoding.v1.BookVisitRequest additionalProperties", "false")]
    [InlineData("components schemas api.v1.PageMeta required",
        """["page","limit","count","totalRecords","totalPages"]""")]
    [InlineData("components schemas transcoding.v1.ListVisitsResponse properties _meta $ref",
        "\"#/components/schemas/api.v1.PageMeta\"")]
    [InlineData("components schemas transcoding.v1.ListVisitsResponse required", """["visits"]""")]
    [InlineData(Replace + "parameters 0 name", "\"visitId\"")]
    [InlineData(Replace + "parameters 1 name", "\"dryRun\"")]
    [InlineData(Replace + "parameters 2 $ref", "\"#/components/parameters/IfMatch\"")]
    [InlineData(
        Replace + "responses 412 content application/problem+json examples version-mismatch value status", "412")]
    [InlineData("paths /visits/v1/visits get parameters 0 required", "true")]
    [InlineData("paths /visits/v1/visits get parameters 2 name", "\"window.from\"")]
    [InlineData("paths /visits/v1/visits get parameters 1 schema items $ref",
        "\"#/components/schemas/transcoding.v1.VisitState\"")]
    [InlineData(Move + "requestBody content application/json example", """{"to":"2026-03-02T09:00:00+01:00"}""")]
    [InlineData(Move + "requestBody content application/json schema properties to format", "\"date-time\"")]
    [InlineData(Watch + "parameters 2 $ref", "\"#/components/parameters/LastEventId\"")]
    [InlineData(Watch + "responses 200 content application/x-ndjson schema oneOf 0 $ref",
        "\"#/components/schemas/transcoding.v1.VisitChange\"")]
    [InlineData("components securitySchemes oauth2 flows clientCredentials tokenUrl",
        "\"https://identity.example/token\"")]
    [InlineData("components securitySchemes bearer scheme", "\"bearer\"")]
    public void The_document_says(string path, string json)
    {
        var found = document.At(path)?.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.Equal(json, found);
    }

    [Fact]
    public void What_stands_in_the_path_is_not_in_the_body()
    {
        var body = document.At(Move + "requestBody content application/json schema properties")!;

        Assert.Null(body["visitId"]);
        Assert.NotNull(body["to"]);
    }

    [Fact]
    public void A_request_example_holds_nothing_that_only_the_service_sets()
    {
        var example = document.At(Book + "requestBody content application/json example visit")!;

        Assert.Null(example["version"]);
        Assert.Null(example["household"]);
        Assert.Equal("5f1c", example["personKey"]!.GetValue<string>());
        Assert.Equal("""{"nord":4.5}""", example["distanceByTeam"]!.ToJsonString());
    }

    [Fact]
    public void Streams_are_documented_in_both_forms()
    {
        var content = document.At(Watch + "responses 200 content")!;
        var events = content["text/event-stream"]!["example"]!.GetValue<string>();

        Assert.StartsWith("id: 18\ndata: {", events, StringComparison.Ordinal);
        Assert.EndsWith("event: end\ndata: {}\n\n", events, StringComparison.Ordinal);
        Assert.Equal("18", content["application/x-ndjson"]!["example"]!["cursor"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("parameters")]
    [InlineData("headers")]
    [InlineData("responses")]
    public void Every_shared_part_is_in_both_languages(string kind)
    {
        foreach (var (name, part) in document.At($"components {kind}")!.AsObject())
        {
            Assert.False(string.IsNullOrEmpty(part!["description"]?.GetValue<string>()), name);
            Assert.False(string.IsNullOrEmpty(part["x-description-sv"]?.GetValue<string>()), name);
        }
    }

    [Theory]
    [InlineData("SilentService", "transcoding.v1.SilentService.Ask has no English")]
    [InlineData("EnglishService", "transcoding.v1.EnglishService.Ask has no Swedish")]
    [InlineData("FieldService", "transcoding.v1.Bare.text has no English")]
    [InlineData("ExampleService", "transcoding.v1.Unexampled has no example")]
    [InlineData("WrongService", "transcoding.v1.WrongService.Ask is wrong at 'txt'")]
    public void What_is_missing_in_a_contract_is_named(string service, string message)
    {
        var refusal = Assert.Throws<InvalidOperationException>(
            () => OpenApiDocument.For(Documents.Service(service), Documents.Options));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_merge_and_equal_parts_stand_once()
    {
        var merged = OpenApiDocument.Merge([document, Documents.OfVisits], Documents.Options);

        Assert.True(JsonNode.DeepEquals(document, merged));
    }

    [Fact]
    public void Documents_that_disagree_do_not_merge()
    {
        var other = document.DeepClone();
        other["paths"]!["/visits/v1/visits"]!["get"]!["summary"] = "Other.";

        Assert.Throws<InvalidOperationException>(() => OpenApiDocument.Merge([document, other], Documents.Options));
    }

    [Fact]
    public void A_variable_with_one_value_is_part_of_the_path_and_hosts_with_other_values_merge()
    {
        var merged = OpenApiDocument.Merge([Documents.OfUnit("nord"), Documents.OfUnit("syd")], Documents.Options);

        foreach (var unit in new[] { "nord", "syd" })
        {
            var watch = merged["paths"]![$"/visits/v1/units/{unit}/changes"]!["get"]!;
            Assert.Equal($"Visits_WatchVisits_{unit}", watch["operationId"]!.GetValue<string>());
            Assert.DoesNotContain(watch["parameters"]!.AsArray(), one => (string?)one!["name"] == "unit");
            var search = merged["paths"]![$"/visits/v1/units/{unit}/change-searches"]!["post"]!;
            Assert.Null(search.At("requestBody content application/json schema properties unit"));
        }

        var ids = merged["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!["operationId"]!.GetValue<string>()).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }
}
