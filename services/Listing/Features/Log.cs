using Microsoft.Extensions.Logging;

namespace NaraVard.Listing.Features;

/// <summary>What this service says.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "The lists could not be kept in step; the next look tries again")]
    public static partial void StepFailed(ILogger logger, Exception error);
}
