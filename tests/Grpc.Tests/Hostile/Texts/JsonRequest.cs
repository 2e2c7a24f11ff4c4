using System.Text;
using System.Text.Json;
using Google.Protobuf;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile.Texts;

/// <summary>A JSON request that is sound when made and may be made wrong afterwards.</summary>
/// <param name="name">What is asked.</param>
/// <param name="verb">Its method.</param>
/// <param name="path">Its path, without a query.</param>
/// <param name="served">What is wrong with an answer to the sound request; null when nothing is.</param>
internal sealed class JsonRequest(string name, string verb, string path, Func<RawAnswer, string?> served)
{
    private static readonly HashSet<string> WithoutField = ["body-not-taken"];
    private bool isSpoilt;

    public string Name => name;

    public string Verb { get; set; } = verb;

    public string Path { get; set; } = path;

    /// <summary>Pairs of the query, encoded.</summary>
    public List<string> Query { get; } = [];

    public byte[]? Body { get; set; }

    public string? ContentType { get; set; } = "application/json";

    public List<(string Name, string Value)> Headers { get; } = [];

    public Ending Ending { get; set; }

    public List<string> Done { get; } = [];

    /// <summary>The HTTP statuses that what was done to it calls for; none while it is sound.</summary>
    public HashSet<int> Faults { get; } = [];

    /// <summary>True when what was done may have left it sound.</summary>
    public bool MayBeServed { get; set; } = true;

    /// <summary>True when it may be no HTTP any more, which a reset answers.</summary>
    public bool MayBeReset { get; set; }

    /// <summary>The field that an answer has to blame; null when any will do.</summary>
    public string? Blamed { get; set; }

    /// <summary>True the first time: two faults of one body may hide each other.</summary>
    public bool MaySpoil() => !isSpoilt && (isSpoilt = true);

    /// <summary>Notes a fault that surely is one.</summary>
    public void Fault(int status)
    {
        Faults.Add(status);
        MayBeServed = false;
    }

    public Plan Plan()
    {
        var target = Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query)}";
        List<(string, string)> headers =
            [(":method", Verb), (":scheme", "http"), (":path", target), (":authority", "localhost")];
        if (Body is not null && ContentType is not null)
            headers.Add(("content-type", ContentType));
        headers.AddRange(Headers);
        return new($"{Name}: {string.Join(", ", Done)}", headers, Body ?? [], Ending, Complaint);
    }

    private string? Complaint(RawAnswer answer)
    {
        if (answer.IsCut)
            return "the connection was cut";
        if (answer.Reset is { } code)
            return MayBeReset ? null : $"the stream was reset with {code}";
        if (answer.Http is "200" or "201")
            return MayBeServed ? Faults.Count == 0 ? served(answer) : null : $"served, not {string.Join(',', Faults)}";
        var text = Encoding.UTF8.GetString([.. answer.Body]);
        if (!Faults.Select(fault => $"{fault}").Contains(answer.Http))
            return $"HTTP {answer.Http} instead of {string.Join(',', Faults)}: {text}";
        return Verb == "HEAD" ? null : ProblemComplaint(answer, text);
    }

    private string? ProblemComplaint(RawAnswer answer, string text)
    {
        if (answer.Headers.GetValueOrDefault("content-type") != "application/problem+json")
            return $"an error as {answer.Headers.GetValueOrDefault("content-type")}";
        using var problem = JsonDocument.Parse(text);
        var root = problem.RootElement;
        if ($"{root.GetProperty("status").GetInt32()}" != answer.Http)
            return $"another status inside: {text}";
        if (answer.Http != "400" || WithoutField.Contains(root.GetProperty("code").GetString()!))
            return null;
        var fields = root.GetProperty("violations").EnumerateArray().Select(v => v.GetProperty("field").GetString()!);
        return (Blamed is null || Done.Count > 1 ? fields.Any() : fields.Contains(Blamed))
            ? null
            : $"{Blamed ?? "nothing"} is not blamed: {text}";
    }

    /// <summary>The answer's message is this one.</summary>
    public static Func<RawAnswer, string?> Says(IMessage expected, string status = "200") => answer =>
    {
        if (answer.Http != status)
            return $"HTTP {answer.Http} instead of {status}";
        var text = Encoding.UTF8.GetString([.. answer.Body]);
        var said = JsonTargets.Parser.Parse(text, expected.Descriptor);
        // Messages tell 0 from -0 and one NaN from another, JSON does not.
        return said.Equals(expected) || JsonTargets.Formatter.Format(said) == JsonTargets.Formatter.Format(expected)
            ? null
            : $"another answer: {Difference(said, expected)}";
    };

    private static string Difference(IMessage said, IMessage expected)
    {
        var (one, other) = (JsonTargets.Formatter.Format(said), JsonTargets.Formatter.Format(expected));
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{one[Math.Max(0, at - 50)..Math.Min(one.Length, at + 50)]} instead of "
            + other[Math.Max(0, at - 50)..Math.Min(other.Length, at + 50)];
    }

    /// <summary>The answer is a whole stream of changes in this form.</summary>
    public static Func<RawAnswer, string?> Streams(string mediaType, string ending) => answer =>
    {
        var text = Encoding.UTF8.GetString([.. answer.Body]);
        var count = text.Split("\"visit\":").Length - 1;
        return answer.Headers.GetValueOrDefault("content-type") == mediaType && count == TameVisits.Changes
            && text.EndsWith(ending, StringComparison.Ordinal)
            ? null
            : $"{mediaType}: {text}";
    };
}
