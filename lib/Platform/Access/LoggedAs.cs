using NaraVard.Platform.Persons;

namespace NaraVard.Platform.Access;

/// <summary>Under what a person may be in the access log of a service, beside the person's own key.</summary>
/// <param name="FormerKeys">Keys that the person had before a merge: the log is never rewritten.</param>
/// <param name="Resources">
/// What the person came in together with others, by <see cref="AccessTrail.TouchAll"/>: ids without their parts.
/// </param>
public sealed record LoggedAs(IReadOnlyList<PersonKey> FormerKeys, IReadOnlyList<string> Resources)
{
    /// <summary>Only the person's own key.</summary>
    public static LoggedAs Nothing { get; } = new([], []);
}

/// <summary>
/// Asks a service under what a person is in its access log. A service that names many persons at once, or merges
/// persons, registers one under its name.
/// </summary>
public delegate Task<LoggedAs> FindLoggedAs(IServiceProvider request, PersonKey person, CancellationToken cancellation);
