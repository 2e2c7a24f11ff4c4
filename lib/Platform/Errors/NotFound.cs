namespace NaraVard.Platform.Errors;

/// <summary>What was asked for is not there, <em>or is not the caller's</em>: the two are never told apart.</summary>
/// <param name="what">
/// The kind of thing in English, such as <c>handoff</c>; never an id that came from a person.
/// </param>
public sealed class NotFound(string what) : Exception($"There is no such {what}.")
{
    /// <summary>The kind of thing that was looked for.</summary>
    public string What { get; } = what;
}
