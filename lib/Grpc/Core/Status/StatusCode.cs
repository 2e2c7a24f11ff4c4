namespace Grpc.Core;

/// <summary>How a call ended. The numbers are those on the wire.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>No better code is known; also what an unexpected exception in a handler becomes.</summary>
    Unknown = 2,

    /// <summary>The request can never be right, whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>Time ran out; the work may have been done all the same.</summary>
    DeadlineExceeded = 4,

    /// <summary>Not there, or not for this caller.</summary>
    NotFound = 5,

    /// <summary>What was to be made exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a size limit is exceeded.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the system forbids it; retrying does not help until the state is changed.</summary>
    FailedPrecondition = 9,

    /// <summary>Somebody else was first; retry from reading.</summary>
    Aborted = 10,

    /// <summary>Outside the valid range of what exists now.</summary>
    OutOfRange = 11,

    /// <summary>There is no such method.</summary>
    Unimplemented = 12,

    /// <summary>An invariant is broken: a bug, or a violation of the protocol.</summary>
    Internal = 13,

    /// <summary>Try again in a moment.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
