using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;
using Grpc.Json;
using Grpc.Json.Binding;
using Grpc.Json.Reading;

namespace Grpc.OpenApi;

/// <summary>Writes operations: parameters, body, and through <see cref="Answers"/> the answers.</summary>
internal sealed class Operations(ContractText text, Schemas schemas, Examples examples, Answers answers)
{
    private readonly Readers readers = new JsonCodec().Readers;

    public JsonObject Of(Operation operation)
    {
        var wording = text.Demand(operation.Method.FullName);
        var written = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(operation.Tag),
            ["summary"] = wording.Summary,
            ["x-summary-sv"] = wording.SwedishSummary,
        };
        Schemas.Describe(written, wording);
        written["parameters"] = new JsonArray([.. Parameters(operation)]);
        if (operation.HasBody)
            written["requestBody"] = Body(operation);
        written["responses"] = answers.Of(operation);
        if (operation.Rest.ErrorCodes.Count > 0)
            written["x-error-codes"] = new JsonArray([.. operation.Rest.ErrorCodes.Select(code => (JsonNode?)code)]);
        return written;
    }

    private IEnumerable<JsonNode?> Parameters(Operation operation)
    {
        foreach (var (name, field) in operation.Variables)
            yield return Parameter("path", name, field, isRequired: true);
        if (!operation.IsWholeBody)
        {
            var taken = operation.InPath.Append(operation.Binding.Body).ToHashSet();
            foreach (var field in new QueryFields(readers.For(operation.Method.InputType), taken).All)
                yield return Parameter("query", field.JsonPath, field.Field, IsRequired(field));
        }

        foreach (var header in Headers(operation))
            yield return new JsonObject { ["$ref"] = $"#/components/parameters/{header}" };
    }

    private static bool IsRequired(BoundField field) =>
        field.ParentPath.Length == 0 && Schemas.Behaviours(field.Field).Contains(FieldBehavior.Required);

    private static IEnumerable<string> Headers(Operation operation)
    {
        if (operation.TakesIfMatch)
            yield return "IfMatch";
        if (operation.Binding.Verb == "POST" && !operation.Method.IsServerStreaming)
            yield return "IdempotencyKey";
        if (operation.IsResumable)
            yield return "LastEventId";
        yield return "AcceptLanguage";
        yield return "Traceparent";
        yield return "RequestId";
        yield return "ActingUser";
    }

    private JsonObject Parameter(string place, string name, FieldDescriptor field, bool isRequired)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        Schemas.Describe(parameter, text.Demand(field.FullName));
        if (isRequired)
            parameter["required"] = true;
        var schema = schemas.Field(field);
        foreach (var member in new[] { "description", "x-description-sv", "examples", "readOnly", "writeOnly" })
            schema.Remove(member);
        parameter["schema"] = schema;
        if ((isRequired ? examples.Demand(field) : examples.Of(field)) is { } example)
            parameter["example"] = example;
        return parameter;
    }

    private JsonObject Body(Operation operation)
    {
        var (schema, example) = operation.BodyField is { } field
            ? (schemas.Field(field), examples.Of(field))
            : (Whole(operation), examples.Of(operation.Method.InputType, isRequest: true, operation.InPath));
        if (operation.BodyField is { FieldType: FieldType.Message, IsRepeated: false } inner)
            example = examples.Of(inner.MessageType, isRequest: true);
        if (operation.Rest.ExampleRequest.Length > 0)
            example = Examples.Parse(operation.Method.FullName, operation.Rest.ExampleRequest);
        Check(operation, example);
        return new()
        {
            ["required"] = operation.BodyField is not null || HasMore(operation),
            ["content"] = new JsonObject
            {
                [Accepts.Json] = new JsonObject { ["schema"] = schema, ["example"] = example },
            },
        };
    }

    private static bool HasMore(Operation operation) =>
        operation.Method.InputType.Fields.InDeclarationOrder().Count > operation.InPath.Count;

    private JsonObject Whole(Operation operation) => operation.InPath.Count == 0
        ? schemas.Of(operation.Method.InputType)
        : schemas.Message(operation.Method.InputType, operation.InPath);

    /// <summary>An example that the service would refuse is a fault of the contract.</summary>
    private void Check(Operation operation, JsonNode? example)
    {
        using var intake = new Intake();
        var request = readers.For(operation.Method.InputType);
        var json = System.Text.Encoding.UTF8.GetBytes(example?.ToJsonString() ?? "null");
        if (operation.BodyField is { } field)
            JsonBody.ReadField(json, Readers.Field(request, field), intake);
        else
            JsonBody.ReadMessage(json, request, intake);
        if (intake.Violations is [var first, ..])
            throw new InvalidOperationException(
                $"The request example of {operation.Method.FullName} is wrong at '{first.Field}': {first.English}");
    }
}
