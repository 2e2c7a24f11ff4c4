using System.Reflection;
using Google.Protobuf.Reflection;

namespace Grpc.OpenApi;

/// <summary>What a comment in a contract says: English first, lines that begin with sv:, and an example.</summary>
internal sealed record Wording(string English, string Swedish, string? Example)
{
    private const string SwedishMark = "sv:";
    private const string ExampleMark = "example:";

    /// <summary>The first sentence of the English text.</summary>
    public string Summary => FirstSentence(English);

    public string SwedishSummary => FirstSentence(Swedish);

    public static Wording Parse(string comment)
    {
        var (english, swedish, example) = (new List<string>(), new List<string>(), (string?)null);
        var target = english;
        const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var line in comment.Split('\n', Trimmed))
        {
            if (line.StartsWith(ExampleMark, StringComparison.Ordinal))
            {
                example = line[ExampleMark.Length..].Trim();
            }
            else if (line.StartsWith(SwedishMark, StringComparison.Ordinal))
            {
                target = swedish;
                target.Add(line[SwedishMark.Length..].Trim());
            }
            else if (!line.StartsWith("buf:", StringComparison.Ordinal))
            {
                target.Add(line);
            }
        }

        return new(string.Join(' ', english), string.Join(' ', swedish), example);
    }

    private static string FirstSentence(string text) =>
        text.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? text[..(end + 1)] : text;
}

/// <summary>The comments of the contracts in one or more assemblies, by full name of the element.</summary>
internal sealed class ContractText
{
    private const string Resource = "contracts.pb";
    private static readonly Wording Nothing = new("", "", null);

    private readonly Dictionary<string, Wording> wordings = [];
    private readonly HashSet<Assembly> read = [];

    public ContractText(IEnumerable<ServiceDescriptor> services)
    {
        foreach (var service in services)
        {
            var types = service.Methods.SelectMany(method => new[] { method.InputType, method.OutputType });
            foreach (var assembly in types.Select(type => type.ClrType.Assembly).Distinct())
                Read(assembly);
            if (!wordings.ContainsKey(service.FullName))
                throw new InvalidOperationException(
                    $"The assembly of {service.FullName} has no contracts.pb; its project imports no Protos.targets.");
        }
    }

    public Wording Of(string fullName) => wordings.GetValueOrDefault(fullName, Nothing);

    /// <summary>The text of an element that must be described in both languages.</summary>
    public Wording Demand(string fullName)
    {
        var wording = Of(fullName);
        if (wording.English.Length == 0)
            throw new InvalidOperationException($"{fullName} has no English comment in its contract.");
        if (wording.Swedish.Length == 0)
            throw new InvalidOperationException($"{fullName} has no Swedish comment (sv:) in its contract.");
        return wording;
    }

    private void Read(Assembly assembly)
    {
        if (!read.Add(assembly) || assembly.GetManifestResourceStream(Resource) is not { } stream)
            return;
        using (stream)
        {
            foreach (var file in FileDescriptorSet.Parser.ParseFrom(stream).File)
                Read(file);
        }
    }

    private void Read(FileDescriptorProto file)
    {
        foreach (var location in file.SourceCodeInfo?.Location ?? [])
        {
            var comment = location.LeadingComments.Length > 0 ? location.LeadingComments : location.TrailingComments;
            if (comment.Length > 0 && ContractPath.Name(file, [.. location.Path]) is { } name)
                wordings[name] = Wording.Parse(comment);
        }

        // A service without a comment is known all the same, so that the fault is told as what it is.
        foreach (var service in file.Service)
            wordings.TryAdd($"{file.Package}.{service.Name}", Nothing);
    }
}
