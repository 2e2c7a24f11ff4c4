using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;

namespace NaraVard.Platform.Access;

/// <summary>
/// What one request has touched. A feature names each person whose data it is about to disclose or change, also
/// when it then refuses; Platform writes the access log before the answer leaves. Naming somebody twice logs once.
/// </summary>
public sealed class AccessTrail
{
    private readonly HashSet<Touched> seen = [];
    private readonly Lock gate = new();
    private List<Touched> pending = [];

    /// <summary>Writes what is pending; nothing where no request is.</summary>
    internal Func<Task> Write { private get; set; } = () => Task.CompletedTask;

    /// <summary>Why the data was opened, when the user must say so; null otherwise.</summary>
    public string? Reason { get; private set; }

    /// <summary>True when the user opened the data in an emergency (nödöppning).</summary>
    public bool IsEmergency { get; private set; }

    /// <summary>True when a person has been named.</summary>
    public bool HasTouched
    {
        get
        {
            lock (gate)
                return seen.Count > 0;
        }
    }

    /// <summary>Names a person whose data this request discloses or changes.</summary>
    /// <param name="person">The person.</param>
    /// <param name="resourceType">What kind of data, as the contract names it: <c>handoff</c>.</param>
    /// <param name="resourceId">Which one; never an identity number.</param>
    /// <param name="owner">Whose data it is (the controller), which is not always the caller's organisation.</param>
    public void Touch(PersonKey person, string resourceType, string resourceId, Organisation owner)
    {
        var touched = new Touched(person, resourceType, resourceId, owner);
        lock (gate)
        {
            if (seen.Add(touched))
                pending.Add(touched);
        }
    }

    /// <summary>
    /// Names many persons at once, by what each of them carries: one row in the log for all, which the extract of each
    /// of them finds by <see cref="LoggedAs"/>.
    /// </summary>
    /// <param name="resourceType">What they came in, such as <c>import</c>.</param>
    /// <param name="resourceId">Which one, and after a slash which part of it.</param>
    /// <param name="owner">Whose data it is.</param>
    public void TouchAll(string resourceType, string resourceId, Organisation owner) =>
        Touch(default, resourceType, resourceId, owner);

    /// <summary>Says why the user opened the data; logged with every row of this request from now on.</summary>
    public void Because(string reason, bool isEmergency = false)
    {
        Reason = reason;
        IsEmergency = isEmergency;
    }

    /// <summary>Returns when all who have been named are in the log.</summary>
    internal Task Written() => Write();

    /// <summary>What has been named since the last call.</summary>
    internal IReadOnlyList<Touched> Take()
    {
        lock (gate)
        {
            var taken = pending;
            pending = [];
            return taken;
        }
    }

    /// <summary>All that has been named.</summary>
    internal IReadOnlyList<Touched> All()
    {
        lock (gate)
            return [.. seen];
    }
}

/// <summary>One person's data, touched by a request.</summary>
internal readonly record struct Touched(PersonKey Person, string ResourceType, string ResourceId, Organisation Owner);
