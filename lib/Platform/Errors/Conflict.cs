namespace NaraVard.Platform.Errors;

/// <summary>Somebody else was first: the thing exists already, or two requests met.</summary>
/// <param name="code">Stable kebab-case code.</param>
/// <param name="text">What happened, for people.</param>
/// <param name="existingId">The id of what exists already, so that the caller can go on with it.</param>
public sealed class Conflict(string code, Text text, string? existingId = null) : Exception(text.En)
{
    /// <summary>Stable kebab-case code.</summary>
    public string Code { get; } = code;

    /// <summary>What happened, for people.</summary>
    public Text Text { get; } = text;

    /// <summary>
    /// The id of what exists already; null when nothing exists and the same request may be sent again.
    /// </summary>
    public string? ExistingId { get; } = existingId;
}
