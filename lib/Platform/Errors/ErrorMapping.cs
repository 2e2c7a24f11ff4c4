using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NaraVard.Platform.Errors;

/// <summary>What each kind of error, and each fault of the database, is to the caller. The only such table.</summary>
internal static class ErrorMapping
{
    /// <summary>The answer: kinds say what they are; of everything else nothing leaves but that it happened.</summary>
    public static Google.Rpc.Status Of(Exception error) => error switch
    {
        InvalidInput invalid => ErrorDetails.Of(invalid),
        NotFound => ErrorDetails.Of(Code.NotFound, "not-found", Messages.NotFound),
        RuleViolation rule => ErrorDetails.Of(Code.FailedPrecondition, rule.Code, rule.Text, rule.Facts),
        Conflict { ExistingId: { } id } conflict =>
            ErrorDetails.Of(Code.AlreadyExists, conflict.Code, conflict.Text, One("existingId", id)),
        Conflict conflict => ErrorDetails.Of(Code.Aborted, conflict.Code, conflict.Text),
        VersionMismatch mismatch => ErrorDetails.Of(
            Code.Aborted, "version-mismatch", Messages.VersionMismatch,
            One("currentVersion", mismatch.Current.ToString(CultureInfo.InvariantCulture))),
        DbUpdateConcurrencyException => Retry(Code.Aborted, "concurrent-change", Messages.Concurrent),
        DbUpdateException { InnerException: { } inner } => Of(inner),
        PostgresException fault => Of(fault.SqlState),
        NpgsqlException or TimeoutException or HttpRequestException or System.Net.Sockets.SocketException =>
            Retry(Code.Unavailable, "unavailable", Messages.Unavailable),
        // So EF says that trying again may help.
        InvalidOperationException { InnerException: (NpgsqlException or DbUpdateException) and var inner } => Of(inner),
        _ => ErrorDetails.Of(Code.Internal, "internal", Messages.Internal),
    };

    /// <summary>The stable code of the answer.</summary>
    public static string CodeOf(Exception error) => CodeOf(Of(error));

    /// <summary>The stable code in an answer.</summary>
    public static string CodeOf(Google.Rpc.Status status) => status.Details[0].Unpack<ErrorInfo>().Reason;

    private static Google.Rpc.Status Of(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation =>
            ErrorDetails.Of(Code.AlreadyExists, "exists", Messages.Exists),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable => Retry(Code.Aborted, "concurrent-change", Messages.Concurrent),
        _ when IsOutage(sqlState) => Retry(Code.Unavailable, "unavailable", Messages.Unavailable),
        _ => ErrorDetails.Of(Code.Internal, "internal", Messages.Internal),
    };

    // 08 connection, 25006 read-only (a replica), 53 out of something, 57 operator intervention, 58 system.
    private static bool IsOutage(string sqlState) =>
        sqlState is PostgresErrorCodes.ReadOnlySqlTransaction || sqlState.AsSpan(0, 2) is "08" or "53" or "57" or "58";

    private static Google.Rpc.Status Retry(Code status, string code, Text text)
    {
        var answer = ErrorDetails.Of(status, code, text);
        var delay = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(200));
        answer.Details.Add(Any.Pack(new RetryInfo { RetryDelay = delay }));
        return answer;
    }

    private static Dictionary<string, string> One(string name, string value) => new() { [name] = value };
}
