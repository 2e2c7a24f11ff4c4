using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>What the server side logs. Details of a status may hold free text, so only the code is written.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} failed.")]
    public static partial void Failed(ILogger log, string method, Exception cause);

    [LoggerMessage(2, LogLevel.Information, "{Method} answered {Code}.")]
    public static partial void Answered(ILogger log, string method, StatusCode code);

    [LoggerMessage(3, LogLevel.Debug, "{Method} was ended: {Code}.")]
    public static partial void Ended(ILogger log, string method, StatusCode code);
}
