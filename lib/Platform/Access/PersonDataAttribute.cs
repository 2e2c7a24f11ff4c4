namespace NaraVard.Platform.Access;

/// <summary>
/// The RPC reads or changes data about persons: a user must act, and each person that
/// <see cref="AccessTrail.Touch"/> names is in the access log before the answer leaves.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PersonDataAttribute(Activity activity) : Attribute
{
    /// <summary>What the RPC does with the data.</summary>
    public Activity Activity { get; } = activity;

    /// <summary>
    /// True when a system may call without a user, such as a device platform that delivers readings by itself.
    /// The log then names the system.
    /// </summary>
    public bool AllowsSystem { get; init; }
}

/// <summary>
/// The RPC never answers with, or changes, data about a person: it is not in the access log when allowed.
/// </summary>
/// <param name="reason">Why that is so, for whoever reviews the list of such RPCs.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NoPersonDataAttribute(string reason) : Attribute
{
    /// <summary>Why the RPC has no person's data.</summary>
    public string Reason { get; } = reason;
}
