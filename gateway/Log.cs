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
}
