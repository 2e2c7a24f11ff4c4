using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Grpc.Json.Binding;

namespace Grpc.OpenApi;

/// <summary>
/// OpenAPI 3.1 documents made from contracts: every path, field, header, answer and problem, in English with Swedish
/// beside it (<c>x-description-sv</c>), and with examples that the service takes.
/// </summary>
public static class OpenApiDocument
{
    /// <summary>The document of one service.</summary>
    /// <exception cref="InvalidOperationException">An RPC or field lacks a text or example: which one.</exception>
    public static JsonNode For(ServiceDescriptor service, OpenApiOptions options) => For([service], options);

    /// <summary>The document of several services of one host.</summary>
    /// <exception cref="InvalidOperationException">An RPC or field lacks a text or example: which one.</exception>
    public static JsonNode For(IEnumerable<ServiceDescriptor> services, OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var all = services.ToArray();
        var text = new ContractText(all);
        var operations = all.SelectMany(service => service.Methods)
            .SelectMany(method => Operations(method, options)).ToArray();
        var examples = new Examples(text);
        var (sent, answered) = (Closure(operations, o => o.InputType), Closure(operations, o => o.OutputType));
        var schemas = new Schemas(text, examples, sent, answered);
        var writer = new Operations(text, schemas, examples, new(text, schemas, examples));

        var paths = new JsonObject();
        foreach (var operation in operations)
        {
            var item = paths[operation.Path] as JsonObject ?? [];
            item[Verb(operation)] = writer.Of(operation);
            paths[operation.Path] ??= item;
        }

        var tags = all.Select(service => Tag(service, text)).ToArray();
        return Document(options, tags, paths, Components(schemas, options));
    }

    /// <summary>
    /// One document of many, such as all services behind a gateway. Paths, tags and components stand side by side;
    /// equal components once.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two documents differ in a path or component.</exception>
    public static JsonNode Merge(IEnumerable<JsonNode> documents, OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var (tags, paths, components) = (new List<JsonNode?>(), new JsonObject(), new JsonObject());
        foreach (var document in documents)
        {
            tags.AddRange(document["tags"]?.AsArray().Select(tag => tag?.DeepClone()) ?? []);
            Add(paths, document["paths"], "path");
            foreach (var (kind, members) in document["components"]?.AsObject() ?? [])
            {
                components[kind] ??= new JsonObject();
                Add(components[kind]!.AsObject(), kind == "securitySchemes" ? null : members, kind);
            }
        }

        components["securitySchemes"] = SharedParts.Security(options);
        return Document(options, tags.DistinctBy(tag => tag?["name"]?.GetValue<string>()), paths, components);
    }

    private static void Add(JsonObject all, JsonNode? members, string kind)
    {
        foreach (var (name, member) in members?.AsObject() ?? [])
        {
            if (all[name] is { } known && !JsonNode.DeepEquals(known, member))
                throw new InvalidOperationException($"Two documents describe the {kind} {name} differently.");
            all[name] ??= member?.DeepClone();
        }
    }

    private static IEnumerable<Operation> Operations(MethodDescriptor method, OpenApiOptions options) =>
        HttpRules.Of(method)
            .Select((binding, number) => new Operation(method, binding, number, options.FixedVariables));

    private static string Verb(Operation operation) => operation.Binding.Verb.ToLowerInvariant();

    private static JsonObject Tag(ServiceDescriptor service, ContractText text)
    {
        var tag = new JsonObject { ["name"] = Operation.TagOf(service) };
        Schemas.Describe(tag, text.Demand(service.FullName));
        return tag;
    }

    private static JsonObject Document(
        OpenApiOptions options, IEnumerable<JsonNode?> tags, JsonObject paths, JsonObject components) => new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = About(options),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = options.ServerUrl }),
            ["security"] = new JsonArray(
            new JsonObject { ["oauth2"] = new JsonArray() }, new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. tags]),
            ["paths"] = paths,
            ["components"] = components,
        };

    private static JsonObject About(OpenApiOptions options)
    {
        var info = new JsonObject
        {
            ["title"] = options.Title,
            ["version"] = options.Version,
            ["description"] = options.Description,
            ["x-description-sv"] = options.DescriptionSwedish,
            ["contact"] = new JsonObject { ["name"] = options.ContactName },
            ["license"] = new JsonObject { ["name"] = options.Licence, ["identifier"] = options.Licence },
        };
        if (options.ContactEmail is not null)
            info["contact"]!["email"] = options.ContactEmail;
        if (options.ContactUrl is not null)
            info["contact"]!["url"] = $"{options.ContactUrl}";
        if (options.TermsOfService is not null)
            info["termsOfService"] = $"{options.TermsOfService}";
        if (options.ServiceLevel is not null)
            info["x-sla"] = options.ServiceLevel;
        if (options.Limitations.Count > 0)
            info["x-limitations"] = new JsonArray([.. options.Limitations.Select(limit => (JsonNode?)limit)]);
        return info;
    }

    private static JsonObject Components(Schemas schemas, OpenApiOptions options)
    {
        var all = schemas.Components;
        all["Problem"] = SharedParts.Problem();
        return new()
        {
            ["schemas"] = all,
            ["parameters"] = SharedParts.Parameters(),
            ["headers"] = SharedParts.Headers(),
            ["responses"] = SharedParts.Responses(),
            ["securitySchemes"] = SharedParts.Security(options),
        };
    }

    private static HashSet<string> Closure(
        IEnumerable<Operation> operations, Func<MethodDescriptor, MessageDescriptor> root)
    {
        var names = new HashSet<string>();
        var open = new Stack<MessageDescriptor>(operations.Select(operation => root(operation.Method)));
        while (open.TryPop(out var message))
        {
            if (!names.Add(message.FullName))
                continue;
            foreach (var field in message.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message))
                open.Push(field.MessageType);
        }

        return names;
    }
}
