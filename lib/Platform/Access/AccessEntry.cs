using NaraVard.Platform.Persons;

namespace NaraVard.Platform.Access;

/// <summary>One entry of the access log, with the fields that the national log service takes.</summary>
public sealed record AccessEntry
{
    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>False when the request was refused.</summary>
    public required bool IsAllowed { get; init; }

    /// <summary>Why it was refused: the stable code of the answer. Null when allowed.</summary>
    public string? Code { get; init; }

    /// <summary>What was done.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The RPC, as <c>/package.Service/Method</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Purpose of the user's uppdrag, such as <c>Vård och behandling</c>.</summary>
    public string? Purpose { get; init; }

    /// <summary>Why, when the user had to say so.</summary>
    public string? Reason { get; init; }

    /// <summary>True for nödöppning.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>The user, or the system where no user acts. Null when nobody had signed in.</summary>
    public string? Subject { get; init; }

    /// <summary>The user's HSA-id.</summary>
    public string? HsaId { get; init; }

    /// <summary>The user's name.</summary>
    public string? UserName { get; init; }

    /// <summary>The user's title.</summary>
    public string? UserTitle { get; init; }

    /// <summary>The unit of the user's uppdrag.</summary>
    public string? Unit { get; init; }

    /// <summary>The caregiver of the user's uppdrag.</summary>
    public string? Caregiver { get; init; }

    /// <summary>The user's organisation: <c>region:17</c>.</summary>
    public string? Organisation { get; init; }

    /// <summary>The system that was used.</summary>
    public string? Client { get; init; }

    /// <summary>Kind of data: <c>handoff</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Which one.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Whose data it is: <c>kommun:1780</c>.</summary>
    public string? ResourceOwner { get; init; }

    /// <summary>Whom the data is about; null when the request was refused before anybody was found.</summary>
    public PersonKey? Person { get; init; }

    /// <summary>The request (<c>x-request-id</c>).</summary>
    public string? RequestId { get; init; }

    /// <summary>The trace (<c>traceparent</c>).</summary>
    public string? TraceId { get; init; }
}

/// <summary>An entry that is in the log.</summary>
/// <param name="Position">Its place, counted from 1 without gaps.</param>
/// <param name="Entry">What it says.</param>
public sealed record AccessRow(long Position, AccessEntry Entry);
