using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Google.Rpc;

namespace NaraVard.Conventions.Tests.Running;

/// <summary>What came back, in the terms that JSON and gRPC share.</summary>
/// <param name="Http">The HTTP status.</param>
/// <param name="Rpc">The gRPC status; null when it was no gRPC answer.</param>
/// <param name="Code">The stable code of a refusal; empty when there was none.</param>
/// <param name="Violations">The fields that are wrong.</param>
/// <param name="Headers">Headers and trailers, but the date.</param>
/// <param name="Body">The body, or the beginning of a stream.</param>
internal sealed record Answer(
    int Http, int? Rpc, string Code, IReadOnlyList<string> Violations, IReadOnlyDictionary<string, string> Headers,
    byte[] Body)
{
    /// <summary>No answer: the server ended the stream, as HTTP/2 does with a request that it will not read.</summary>
    public static readonly Answer Reset = new(0, null, "", [], new Dictionary<string, string>(), []);

    private const string Details = "grpc-status-details-bin";

    /// <summary>Whether the call was let through and done.</summary>
    public bool IsDone => Http is >= 200 and < 300 && Rpc is null or 0;

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>All that was said, with what is packed in gRPC's details unpacked: for finding what leaked.</summary>
    public string Everything { get; private init; } = "";

    public static async Task<Answer> Read(HttpResponseMessage answer, bool isStream)
    {
        var isOk = answer.IsSuccessStatusCode && !answer.Headers.Contains("grpc-status");
        var body = isStream && isOk ? await Beginning(answer) : await answer.Content.ReadAsByteArrayAsync();
        var headers = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Concat(answer.TrailingHeaders))
            headers[name] = string.Join(", ", values);
        headers.Remove("Date");
        return headers.ContainsKey("grpc-status") || IsRpc(headers) ? OfRpc(answer, headers, body)
            : OfJson(answer, headers, body);
    }

    /// <summary>The same answer, byte for byte; the ids of the two requests may differ.</summary>
    public string Comparable(string requestId) =>
        $"{Http} {Rpc}\n{string.Join('\n', Headers)}\n{Encoding.Latin1.GetString(Body)}"
            .Replace(requestId, "[request id]", StringComparison.Ordinal);

    public override string ToString() => $"{Http}/{Rpc?.ToString(CultureInfo.InvariantCulture) ?? "-"} '{Code}'" +
        (Violations.Count > 0 ? $" [{string.Join(", ", Violations)}]" : "");

    private static bool IsRpc(SortedDictionary<string, string> headers) =>
        headers.TryGetValue("Content-Type", out var type)
        && type.StartsWith("application/grpc", StringComparison.Ordinal);

    // A stream that is let through goes on for ever: its first bytes are enough. One that is refused ends.
    private static async Task<byte[]> Beginning(HttpResponseMessage answer)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var read = await stream.ReadAsync(buffer);
        return buffer[..read];
    }

    private static Answer OfRpc(HttpResponseMessage answer, SortedDictionary<string, string> headers, byte[] body)
    {
        var isDetailed = headers.TryGetValue(Details, out var packed);
        var status = isDetailed
            ? Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(Padded(packed!)))
            : new Google.Rpc.Status();
        var about = status.Details.Where(one => one.Is(ErrorInfo.Descriptor)).Select(one => one.Unpack<ErrorInfo>());
        var faults = status.Details.Where(one => one.Is(BadRequest.Descriptor))
            .SelectMany(one => one.Unpack<BadRequest>().FieldViolations).Select(fault => fault.Field);
        int? code = headers.TryGetValue("grpc-status", out var number) ? int.Parse(number, null) : null;
        // A message before a status: the beginning of a stream that goes on.
        return new((int)answer.StatusCode, code ?? (body.Length > 0 ? 0 : null), about.FirstOrDefault()?.Reason ?? "",
            [.. faults], headers, body)
        {
            Everything = Said(headers, body) + status,
        };
    }

    private static Answer OfJson(HttpResponseMessage answer, SortedDictionary<string, string> headers, byte[] body)
    {
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        var problem = isProblem ? JsonNode.Parse(body) : null;
        return new(
            (int)answer.StatusCode, null, problem?["code"]?.GetValue<string>() ?? "",
            [.. problem?["violations"]?.AsArray().Select(one => one!["field"]!.GetValue<string>()) ?? []],
            headers, body)
        {
            Everything = Said(headers, body),
        };
    }

    private static string Said(SortedDictionary<string, string> headers, byte[] body) =>
        string.Join('\n', headers) + "\n" + Encoding.UTF8.GetString(body);

    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');
}
