using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Messaging.Receiving;
using Npgsql;

namespace NaraVard.Platform.Messaging;

/// <summary>What sort of failure it is, for whoever decides whether to try again.</summary>
internal enum TroubleKind
{
    /// <summary>Somebody else was faster: the same again, at once, will probably work.</summary>
    Conflict,

    /// <summary>Something outside is down: the same again will work when it is back.</summary>
    Outage,

    /// <summary>The message, or our code: the same again fails again.</summary>
    Fault,
}

/// <summary>
/// Tells the kinds of failure apart, by codes and never by texts, which a server may have translated.
/// </summary>
internal static class Trouble
{
    public static TroubleKind Of(Exception e) => e switch
    {
        DbUpdateConcurrencyException or CopyWasFaster => TroubleKind.Conflict,
        Conflict { ExistingId: null } => TroubleKind.Conflict,
        PostgresException
        {
            SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.LockNotAvailable,
        } => TroubleKind.Conflict,
        // The server shuts down, starts, has no room, or has ended our idle session.
        PostgresException { SqlState: ['5', '7' or '3', ..] or ['2', '5', 'P', '0', '3'] or ['0', '8', ..] } =>
            TroubleKind.Outage,
        PostgresException => TroubleKind.Fault,
        NpgsqlException or SocketException or IOException or TimeoutException => TroubleKind.Outage,
        DbUpdateException or InvalidOperationException when e.InnerException is { } inner => Of(inner),
        _ => TroubleKind.Fault,
    };
}

/// <summary>In memory: a consumer has refused the message for good.</summary>
internal sealed class Refused(string endpoint, Exception reason)
    : Exception($"{endpoint}: {reason.GetType().Name}: {reason.Message}", reason);
