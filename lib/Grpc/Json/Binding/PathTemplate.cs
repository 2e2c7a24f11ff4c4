namespace Grpc.Json.Binding;

/// <summary>
/// The path of a rule, taken apart: literals and whole-segment variables. The wider grammar of google.api.http (verbs
/// after a colon, wildcards, patterns inside variables, parts of segments) is refused at start-up.
/// </summary>
internal sealed record PathTemplate(string Text, IReadOnlyList<PathSegment> Segments)
{
    /// <summary>The same path in the framework's grammar.</summary>
    public string RoutePattern { get; } = "/" + string.Join('/', Segments.Select((segment, index) =>
        segment.IsVariable ? $"{{{RouteName(index)}}}" : segment.Text));

    /// <summary>What the framework calls the variable at this segment.</summary>
    public static string RouteName(int index) => $"p{index}";

    public static PathTemplate Parse(string text)
    {
        if (!text.StartsWith('/'))
            throw Refused(text, "it must begin with /");
        var segments = text[1..].Split('/').Select(part => Segment(text, part)).ToArray();
        var twice = segments.Where(s => s.IsVariable).GroupBy(s => s.Text).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new(text, segments)
            : throw Refused(text, $"the variable {twice.Key} stands in it more than once");
    }

    private static PathSegment Segment(string text, string part)
    {
        if (part.Length == 0)
            throw Refused(text, "a segment is empty");
        if (part.Contains(':', StringComparison.Ordinal))
            throw Refused(text, "a verb after a colon is not supported; use a sub-resource");
        if (part.StartsWith('{') && part.EndsWith('}'))
            return Variable(text, part[1..^1]);
        if (part.AsSpan().IndexOfAny("{}") >= 0)
            throw Refused(text, $"in '{part}' a variable is only part of a segment");
        if (part.Contains('*', StringComparison.Ordinal))
            throw Refused(text, "wildcards are not supported");
        return part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~')
            ? new(part, IsVariable: false)
            : throw Refused(text, $"'{part}' holds letters that a path may not hold");
    }

    private static PathSegment Variable(string text, string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.')
            ? new(name, IsVariable: true)
            : throw Refused(text, $"'{{{name}}}' is no field; patterns inside a variable are not supported");

    private static NotSupportedException Refused(string text, string why) => new($"the path '{text}': {why}.");
}

/// <summary>A literal, or a variable with the path of its field.</summary>
internal readonly record struct PathSegment(string Text, bool IsVariable);
