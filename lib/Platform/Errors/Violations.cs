using System.Diagnostics.CodeAnalysis;

namespace NaraVard.Platform.Errors;

/// <summary>
/// Collects what is wrong with a request while its parts are parsed, so that all of it is answered at once.
/// Values that could not be parsed are default until <see cref="ThrowIfAny"/> has passed.
/// </summary>
public sealed class Violations
{
    private readonly List<Violation> all = [];

    /// <summary>A parser in the shape of <c>TryParse</c>.</summary>
    /// <typeparam name="T">What the text is parsed into.</typeparam>
    public delegate bool Parser<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<Violation> All => all;

    /// <summary>True when something is wrong so far.</summary>
    public bool Any => all.Count > 0;

    /// <summary>The first that is wrong; null when nothing is. For batches, which answer row by row.</summary>
    public Violation? First => all.Count > 0 ? all[0] : null;

    /// <summary>Adds a violation found by the caller.</summary>
    public void Add(string field, string code, Text message) => all.Add(new Violation(field, code, message));

    /// <summary>
    /// The trimmed text; a violation <c>required</c> when there is none, <c>too-long</c> above the limit.
    /// </summary>
    public string Required(string field, string? text, int lengthMax = 200)
    {
        var trimmed = Optional(field, text, lengthMax);
        if (trimmed is null)
            Add(field, "required", Messages.Required);
        return trimmed ?? "";
    }

    /// <summary>The trimmed text, or null when there is none; a violation <c>too-long</c> above the limit.</summary>
    public string? Optional(string field, string? text, int lengthMax = 200)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.Length > lengthMax)
            Add(field, "too-long", Messages.TooLong(lengthMax));
        return text.Trim();
    }

    /// <summary>
    /// The value that the text means; <c>required</c> when there is none, <c>malformed</c> when it means nothing.
    /// </summary>
    public T? Parse<T>(string field, string? text)
        where T : IParsable<T> =>
        Parse(field, text, static (string s, [MaybeNullWhen(false)] out T v) => T.TryParse(s, null, out v));

    /// <summary>
    /// As <see cref="Parse{T}(string,string)"/>, with a parser and the message for a text that it refuses.
    /// </summary>
    public T? Parse<T>(string field, string? text, Parser<T> parser, Text? malformed = null)
    {
        ArgumentNullException.ThrowIfNull(parser);
        if (string.IsNullOrWhiteSpace(text))
            Add(field, "required", Messages.Required);
        else if (parser(text.Trim(), out var value))
            return value;
        else
            Add(field, "malformed", malformed ?? Messages.Malformed);
        return default;
    }

    /// <summary>
    /// Throws <see cref="InvalidInput"/> with everything that was added; does nothing when that is nothing.
    /// </summary>
    public void ThrowIfAny()
    {
        if (Any)
            throw new InvalidInput([.. all]);
    }
}
