using Microsoft.Extensions.Logging;

namespace NaraVard.Platform.Rpc;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Error, "{Method} failed in a way that nobody foresaw.")]
    public static partial void Failed(ILogger log, string method, Exception cause);

    [LoggerMessage(101, LogLevel.Warning, "{Method} could not be served: something it needs is down.")]
    public static partial void Unavailable(ILogger log, string method, Exception cause);

    [LoggerMessage(102, LogLevel.Information, "{Method} was refused: {Code}.")]
    public static partial void Refused(ILogger log, string method, string code);

    [LoggerMessage(103, LogLevel.Information, "Forgot {Count} answers whose time was over.")]
    public static partial void Forgot(ILogger log, int count);

    [LoggerMessage(104, LogLevel.Warning, "Stored answers could not be removed; the next round tries again.")]
    public static partial void SweepFailed(ILogger log, Exception cause);

    [LoggerMessage(
        105, LogLevel.Information, "{Verb} {Route} was refused: {Code} (client {Client}, request {RequestId}).")]
    public static partial void NotLetIn(
        ILogger log, string verb, string route, string code, string client, string requestId);
}
