namespace NaraVard.Platform.Errors;

/// <summary>The request cannot be understood: every violation at once, so that the caller corrects it once.</summary>
public sealed class InvalidInput(IReadOnlyList<Violation> violations)
    : Exception("The request has fields that cannot be understood.")
{
    /// <summary>All that is wrong; at least one.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
