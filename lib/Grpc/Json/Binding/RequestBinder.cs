using Google.Protobuf.Reflection;
using Grpc.Json.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.Json.Binding;

/// <summary>
/// Knows for one way to call an RPC where each field of the request comes from, and writes a request to the wire.
/// The order is body, query, path: what stands in the path wins over the same field in the body.
/// </summary>
internal sealed class RequestBinder
{
    private const string WholeMessage = "*";

    private readonly ValueReader message;
    private readonly FieldReader? bodyField;
    private readonly QueryFields? query;
    private readonly (int Segment, BoundField Field)[] variables;
    private readonly int segments;

    public RequestBinder(ValueReader message, MessageDescriptor type, HttpBinding binding)
    {
        this.message = message;
        segments = binding.Path.Segments.Count;
        variables = binding.Path.Segments
            .Index()
            .Where(segment => segment.Item.IsVariable)
            .Select(segment => (segment.Index, BoundField.Resolve(message, segment.Item.Text)))
            .ToArray();
        HasBody = binding.Body.Length > 0;
        if (binding.Body == WholeMessage)
            return;

        if (HasBody)
            bodyField = BodyField(message, type, binding.Body);
        var taken = binding.Path.Segments.Where(s => s.IsVariable).Select(s => s.Text).ToHashSet();
        if (HasBody)
            taken.Add(binding.Body);
        query = new(message, taken);
    }

    public bool HasBody { get; }

    public void Bind(HttpContext http, ReadOnlySpan<byte> body, Intake intake)
    {
        if (!body.IsEmpty && bodyField is not null)
            JsonBody.ReadField(body, bodyField, intake);
        else if (!body.IsEmpty)
            JsonBody.ReadMessage(body, message, intake);
        var unread = http.Request.QueryString.Value;
        if (query is not null)
            query.Read(unread, intake);
        else if (unread?.Length > 1)
            QueryFields.None.Read(unread, intake);
        BindPath(http, intake);
    }

    private void BindPath(HttpContext http, Intake intake)
    {
        if (variables.Length == 0)
            return;
        var raw = RawPath(http);
        Span<Range> parts = stackalloc Range[segments + 2];
        var isRaw = raw.Split(parts, '/') == segments + 1 && raw.StartsWith("/");
        foreach (var (segment, field) in variables)
        {
            if (isRaw)
                field.Read(raw[parts[segment + 1]], plusIsSpace: false, intake);
            else
                field.Read(RouteValue(http, segment), intake);
        }
    }

    // The server decodes all of a path but its slashes; only the raw form tells %2F from %252F.
    private static ReadOnlySpan<char> RawPath(HttpContext http)
    {
        ReadOnlySpan<char> raw = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var end = raw.IndexOfAny('?', '#');
        raw = end < 0 ? raw : raw[..end];
        var prefix = http.Request.PathBase.Value ?? "";
        return raw.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? raw[prefix.Length..] : raw;
    }

    // What was rewritten on its way here has no raw form.
    private static string RouteValue(HttpContext http, int segment) =>
        (http.Request.RouteValues[PathTemplate.RouteName(segment)] as string ?? "")
            .Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static FieldReader BodyField(ValueReader message, MessageDescriptor type, string name) =>
        type.FindFieldByName(name) is { } field && message is MessageReader
            ? Readers.Field(message, field)
            : throw new NotSupportedException(
                $"body '{name}' is no field of the request; only a top-level field or * can be.");
}
