namespace NaraVard.Platform.Time;

/// <summary>What applies on a day.</summary>
public static class Dated
{
    /// <summary>Whether the day is within its own days, the first and the last included.</summary>
    public static bool AppliesOn(this IDated dated, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(dated);
        return dated.From <= day && (dated.To is null || day <= dated.To);
    }

    /// <summary>
    /// The one of several versions that applies: the last to begin, until its last day. What it replaced never comes
    /// back. Null when there is none.
    /// </summary>
    public static T? On<T>(this IEnumerable<T> versions, DateOnly day)
        where T : class, IDated =>
        versions.Where(version => version.From <= day).MaxBy(version => version.From) is { } latest
            && latest.AppliesOn(day)
            ? latest
            : null;
}
