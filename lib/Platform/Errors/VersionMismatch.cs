namespace NaraVard.Platform.Errors;

/// <summary>The caller changed a version that is no longer the current one (<c>If-Match</c>).</summary>
/// <param name="current">The version that is current now; the caller reads it again and decides.</param>
public sealed class VersionMismatch(long current)
    : Exception("What you changed has been changed by somebody else since you read it.")
{
    /// <summary>The version that is current now.</summary>
    public long Current { get; } = current;
}
