using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Grpc.Json;
using Grpc.Json.Binding;
using Grpc.Json.Reading;

namespace Grpc.OpenApi;

/// <summary>Writes the answers of operations: the good one with its headers and example, and every problem.</summary>
internal sealed class Answers(ContractText text, Schemas schemas, Examples examples)
{
    private const string Problem = "application/problem+json";
    private static readonly Wording Plain = new("The answer.", "Svaret.", null);

    private readonly Readers readers = new JsonCodec().Readers;

    public JsonObject Of(Operation operation)
    {
        var answers = new JsonObject { [operation.IsCreation ? "201" : "200"] = Good(operation) };
        foreach (var status in Statuses(operation))
            answers[$"{status}"] = status is 409 or 412 && operation.Rest.ErrorCodes.Count > 0
                ? Coded(operation, status)
                : new JsonObject { ["$ref"] = $"#/components/responses/Problem{status}" };
        return answers;
    }

    private static IEnumerable<int> Statuses(Operation operation) =>
        SharedParts.Statuses.Where(status => status switch
        {
            409 => operation.IsWrite || operation.ConflictCodes.Any(),
            412 => operation.TakesIfMatch,
            413 or 415 => operation.HasBody,
            _ => true,
        });

    private JsonObject Good(Operation operation)
    {
        var wording = text.Of(operation.Method.OutputType.FullName) is { English.Length: > 0 } own ? own : Plain;
        var answer = new JsonObject();
        Schemas.Describe(answer, wording);
        answer["headers"] = Headers(operation);
        var schema = operation.AnswerField is { } field
            ? schemas.Field(field)
            : schemas.Of(operation.Method.OutputType);
        var example = Example(operation);
        answer["content"] = operation.Method.IsServerStreaming
            ? Stream(operation, schema, example)
            : new JsonObject { [Accepts.Json] = new JsonObject { ["schema"] = schema, ["example"] = example } };
        return answer;
    }

    private JsonNode? Example(Operation operation)
    {
        if (operation.Rest.ExampleResponse.Length > 0)
            return Checked(operation, Examples.Parse(operation.Method.FullName, operation.Rest.ExampleResponse));
        var example = operation.AnswerField is { FieldType: FieldType.Message, IsRepeated: false } inner
            ? examples.Of(inner.MessageType, isRequest: false)
            : operation.AnswerField is { } field ? examples.Of(field)
            : examples.Of(operation.Method.OutputType, isRequest: false);
        return Checked(operation, example);
    }

    private static JsonObject Headers(Operation operation)
    {
        var names = new List<string> { "X-Request-Id" };
        if (operation.HasVersion && !operation.Method.IsServerStreaming)
            names.Add("ETag");
        if (operation.IsCreation)
            names.Add("Location");
        return new(names.Select(name => KeyValuePair.Create(
            name, (JsonNode?)new JsonObject { ["$ref"] = $"#/components/headers/{name}" })));
    }

    private static JsonObject Stream(Operation operation, JsonObject schema, JsonNode? example)
    {
        var one = example?.ToJsonString(YamlText.Json);
        var cursor = (example as JsonObject)?["cursor"]?.GetValue<string>();
        var id = cursor is null ? "" : $"id: {cursor}\n";
        var type = Schemas.Name(operation.Method.OutputType.FullName);
        var lines = new JsonObject { ["oneOf"] = new JsonArray(schema, Marker("end"), Marker("error")) };
        Schemas.Describe(lines, new(
            "One line. The last is {\"end\":{}}, or {\"error\":{…}} with a problem; a stream without either was cut.",
            "En rad. Den sista är {\"end\":{}}, eller {\"error\":{…}} med ett fel; annars blev strömmen avbruten.",
            null));
        var events = new JsonObject { ["type"] = "string" };
        Schemas.Describe(events, new(
            $"Events: data is a {type}. The event `end` ends the stream, the event `error` has a problem as data; "
                + "comments say that the stream lives.",
            $"Händelser: data är {type}. Händelsen `end` avslutar strömmen, händelsen `error` har ett fel som data; "
                + "kommentarer visar att strömmen lever.",
            null));
        return new()
        {
            [Accepts.EventStream] = new JsonObject
            {
                ["schema"] = events,
                ["example"] = $"{id}data: {one}\n\nevent: end\ndata: {{}}\n\n",
            },
            [Accepts.NdJson] = new JsonObject { ["schema"] = lines, ["example"] = example },
        };
    }

    private static JsonObject Marker(string name)
    {
        var isEnd = name == "end";
        var member = isEnd
            ? new JsonObject { ["type"] = "object" }
            : new JsonObject { ["$ref"] = "#/components/schemas/Problem" };
        Schemas.Describe(member, isEnd
            ? new("The stream is complete.", "Strömmen är hel.", null)
            : new("Why the stream ended.", "Varför strömmen tog slut.", null));
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray(name),
            ["properties"] = new JsonObject { [name] = member },
        };
    }

    private static JsonObject Coded(Operation operation, int status)
    {
        var codes = status == 412 ? ["version-mismatch"] : operation.ConflictCodes.ToArray();
        var words = StatusText.Of(status);
        var answer = new JsonObject
        {
            ["description"] = $"{words.EnglishDetail} Codes: {string.Join(", ", codes)}.",
            ["x-description-sv"] = $"{words.SwedishDetail} Koder: {string.Join(", ", codes)}.",
        };
        var shown = codes.Length == 0 ? [words.Code] : codes;
        answer["content"] = new JsonObject
        {
            [Problem] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                ["examples"] = new JsonObject(shown.Select(code => KeyValuePair.Create(code, (JsonNode?)new JsonObject
                {
                    ["value"] = SharedParts.ProblemExample(status, code),
                }))),
            },
        };
        return answer;
    }

    /// <summary>An answer that our own reader would not take is no example of the message.</summary>
    private JsonNode? Checked(Operation operation, JsonNode? example)
    {
        using var intake = new Intake();
        var reply = readers.For(operation.Method.OutputType);
        var json = System.Text.Encoding.UTF8.GetBytes(example?.ToJsonString() ?? "null");
        if (operation.AnswerField is { } field)
            JsonBody.ReadField(json, Readers.Field(reply, field), intake);
        else
            JsonBody.ReadMessage(json, reply, intake);
        return intake.Violations is not [var first, ..] ? example : throw new InvalidOperationException(
            $"The answer example of {operation.Method.FullName} is wrong at '{first.Field}': {first.English}");
    }
}
