namespace NaraVard.Platform.Options;

/// <summary>
/// The process cannot start as it is configured. Names every faulty key of every section at once, and no values,
/// since a value may be a secret.
/// </summary>
public sealed class InvalidConfiguration(IReadOnlyList<string> faults)
    : Exception($"The configuration has {faults.Count} fault(s):\n  {string.Join("\n  ", faults)}")
{
    /// <summary>Each fault as <c>Section:Key: what is wrong</c>.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
