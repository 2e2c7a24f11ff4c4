using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Forwarding;
using NaraVard.Gateway.Streams;

namespace NaraVard.Gateway;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Service} did not get an answer through: {Outcome} (request {RequestId})")]
    public static partial void NotForwarded(ILogger logger, string service, Outcome outcome, string requestId);

    [LoggerMessage(2, LogLevel.Warning, "{Service} fails and is left alone for {Seconds} s at a time")]
    public static partial void LeftAlone(ILogger logger, string service, int seconds);

    [LoggerMessage(4, LogLevel.Information, "A stream ({Kind}) was ended: {Cause} (request {RequestId})")]
    public static partial void StreamEnded(ILogger logger, StreamKind kind, string cause, string requestId);

    [LoggerMessage(5, LogLevel.Information, "{Service} gave no API document: {Reason}")]
    public static partial void NoDocument(ILogger logger, string service, string reason);

    [LoggerMessage(6, LogLevel.Information, "Session {Session} has begun (request {RequestId})")]
    public static partial void SignedIn(ILogger logger, Guid session, string requestId);

    [LoggerMessage(7, LogLevel.Information, "A sign-in came to nothing: {Reason} (request {RequestId})")]
    public static partial void NotSignedIn(ILogger logger, string reason, string requestId);

    [LoggerMessage(8, LogLevel.Information, "Session {Session} was ended by {Whom}")]
    public static partial void SignedOut(ILogger logger, Guid session, string whom);

    [LoggerMessage(9, LogLevel.Warning, "Session {Session} has ended here, but the sign-in service did not end it")]
    public static partial void StillSignedInElsewhere(ILogger logger, Guid session);

    [LoggerMessage(10, LogLevel.Information, "Session {Session} has got no new token yet")]
    public static partial void NotRenewed(ILogger logger, Guid session);

    [LoggerMessage(11, LogLevel.Information, "The sign-in service ended {Count} session(s) (request {RequestId})")]
    public static partial void SignedOutThere(ILogger logger, int count, string requestId);

    [LoggerMessage(12, LogLevel.Information, "Sessions are not looked after this time ({Cause})")]
    public static partial void NotLookedAfter(ILogger logger, string cause);
}
