using Microsoft.Extensions.Logging;

namespace Grpc.Json;

/// <summary>What the JSON side logs: request ids and names of RPCs, never content.</summary>
internal static partial class JsonLog
{
    [LoggerMessage(7101, LogLevel.Error, "Request {RequestId} failed")]
    public static partial void Failed(ILogger log, string requestId, Exception exception);

    [LoggerMessage(7102, LogLevel.Information, "{Rpc} answered {Status} {Code} to request {RequestId}")]
    public static partial void Refused(ILogger log, string rpc, int status, string code, string requestId);
}
