namespace NaraVard.Platform.Errors;

/// <summary>A rule of care or law says no, in the state things are in now.</summary>
/// <param name="code">Stable kebab-case code, listed in the service's README.</param>
/// <param name="text">Why, and where to turn instead.</param>
/// <param name="facts">What a program may need to act on the refusal, such as who acknowledged first.</param>
public sealed class RuleViolation(string code, Text text, IReadOnlyDictionary<string, string>? facts = null)
    : Exception(text.En)
{
    /// <summary>Stable kebab-case code.</summary>
    public string Code { get; } = code;

    /// <summary>Why, for people.</summary>
    public Text Text { get; } = text;

    /// <summary>Facts for programs; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; } = facts ?? new Dictionary<string, string>();
}
