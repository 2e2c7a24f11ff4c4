using Microsoft.Extensions.Logging;

namespace NaraVard.Handoff.Features;

/// <summary>What this service writes in the log: ids only.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning, "Handoff {HandoffId} was not taken in time by kommun {KommunCode}.")]
    public static partial void FellOverdue(ILogger log, Guid handoffId, string kommunCode);

    [LoggerMessage(1002, LogLevel.Warning, "The check for overdue handoffs could not run; it tries again.")]
    public static partial void OverdueCheckFailed(ILogger log, Exception error);
}
