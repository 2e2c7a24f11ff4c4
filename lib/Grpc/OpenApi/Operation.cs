using Google.Protobuf.Reflection;
using Grpc.Json.Binding;
using Grpc.Json.Streaming;
using NaraVard.Api.V1;

namespace Grpc.OpenApi;

/// <summary>One RPC in one of its HTTP forms, as the document sees it.</summary>
internal sealed record Operation(
    MethodDescriptor Method, HttpBinding Binding, int Number, IReadOnlyDictionary<string, string> Fixed)
{
    private const string WholeMessage = "*";
    private const string Mismatch = "version-mismatch";

    public Rest Rest { get; } = Method.GetOptions()?.GetExtension(RestExtensions.Rest) ?? new();

    /// <summary>Unique within a document, and when documents of several services are merged.</summary>
    public string Id => string.Join('_',
        (IEnumerable<string>)[Tag, Method.Name, .. Number == 0 ? [] : new[] { $"{Number + 1}" }, .. FixedInPath]);

    public string Tag => TagOf(Method.Service);

    /// <summary>The path with its variables named as in JSON, so that one resource has one path.</summary>
    public string Path => "/" + string.Join('/', Binding.Path.Segments.Select(part =>
        !part.IsVariable ? part.Text
        : Fixed.GetValueOrDefault(part.Text) ?? $"{{{Fields(part.Text)[^1].JsonName}}}"));

    /// <summary>The variables of the path, each with its field; not those that have one value here.</summary>
    public IEnumerable<(string Name, FieldDescriptor Field)> Variables => Binding.Path.Segments
        .Where(part => part.IsVariable && !Fixed.ContainsKey(part.Text))
        .Select(part => Fields(part.Text)[^1])
        .Select(leaf => (leaf.JsonName, leaf));

    public bool HasBody => Binding.Body.Length > 0;

    public bool IsWholeBody => Binding.Body == WholeMessage;

    /// <summary>The field that is the body; null when all of the request is, or nothing.</summary>
    public FieldDescriptor? BodyField =>
        HasBody && !IsWholeBody ? Method.InputType.FindFieldByName(Binding.Body) : null;

    public FieldDescriptor? AnswerField =>
        Binding.ResponseBody.Length > 0 ? Method.OutputType.FindFieldByName(Binding.ResponseBody) : null;

    /// <summary>Top-level fields that the path gives and the body therefore does not.</summary>
    public IReadOnlySet<string> InPath =>
        Binding.Path.Segments.Where(part => part.IsVariable).Select(part => part.Text).ToHashSet();

    public bool IsWrite => Binding.Verb != "GET";

    public bool IsCreation => Rest.CreatedLocation.Length > 0;

    public bool HasVersion =>
        Method.OutputType.FindFieldByName("version") is { FieldType: FieldType.Int64, IsRepeated: false };

    public bool TakesIfMatch => IsWrite && (Rest.ErrorCodes.Contains(Mismatch) || (HasVersion && !IsCreation));

    public bool IsResumable => Method.IsServerStreaming && JsonStreamShape.Cursor(Method.InputType) is not null;

    public IEnumerable<string> ConflictCodes => Rest.ErrorCodes.Where(code => code != Mismatch);

    public static string TagOf(ServiceDescriptor service) =>
        service.Name.EndsWith("Service", StringComparison.Ordinal) ? service.Name[..^"Service".Length] : service.Name;

    private IEnumerable<string> FixedInPath => Binding.Path.Segments
        .Where(part => part.IsVariable && Fixed.ContainsKey(part.Text))
        .Select(part => Fixed[part.Text]);

    private List<FieldDescriptor> Fields(string path)
    {
        var (fields, at) = (new List<FieldDescriptor>(), Method.InputType);
        foreach (var name in path.Split('.'))
        {
            fields.Add(at.FindFieldByName(name)
                ?? throw new InvalidOperationException($"{Method.FullName}: {path} in the path is no field."));
            at = fields[^1].FieldType == FieldType.Message ? fields[^1].MessageType : at;
        }

        return fields;
    }
}
