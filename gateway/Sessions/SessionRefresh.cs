using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Options;
using NaraVard.Gateway.Sessions.Storage;
using Npgsql;

namespace NaraVard.Gateway.Sessions;

/// <summary>Why a session has no token that is good.</summary>
internal enum RefreshRefusal
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The session is over.</summary>
    Ended,

    /// <summary>The sign-in service does not answer; the session is still there.</summary>
    Unavailable,
}

/// <summary>
/// Renews a session's token: one at a time for each session, whichever replicas its requests come to. Others go on with
/// the token as long as it is good, and then wait and read. A session that is ended meanwhile stays ended.
/// </summary>
internal sealed class SessionRefresh(
    SessionDatabase database, SessionStore store, Provider provider, SessionsOptions options, TimeProvider clock,
    ILogger<SessionRefresh> log)
{
    private const string Turn = "hashtextextended('refresh ' || $1::text, 0)";

    /// <summary>The session with a token that is good, or why there is none.</summary>
    public async Task<(Session Session, RefreshRefusal Refusal)> Renew(Session session, CancellationToken ct)
    {
        if (Left(session) > TimeSpan.FromSeconds(options.RefreshAheadSeconds))
            return (session, RefreshRefusal.None);
        await using var connection = await database.Turns.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await TakeTurn(connection, session, ct))
            return (session, RefreshRefusal.None);
        // From here on whoever asked may leave: a refresh token that is used up without a word is the session's end.
        if (await store.Find(session.Id, CancellationToken.None) is not { } current)
            return (session, RefreshRefusal.Ended);
        return current.Version == session.Version
            ? await Renew(current)
            : (current, RefreshRefusal.None);
    }

    /// <summary>False when another has it, and the token is good for a while yet.</summary>
    private async Task<bool> TakeTurn(NpgsqlConnection connection, Session session, CancellationToken ct)
    {
        var isGood = Left(session) > TimeSpan.Zero;
        await using var command = new NpgsqlCommand(
            isGood ? $"select pg_try_advisory_xact_lock({Turn})" : $"select pg_advisory_xact_lock({Turn})", connection);
        command.Parameters.Add(new() { Value = session.Id });
        var taken = await command.ExecuteScalarAsync(ct);
        return taken is not false;
    }

    private async Task<(Session Session, RefreshRefusal Refusal)> Renew(Session session)
    {
        var given = session.Tokens.Refresh is { } refresh
            ? await provider.Refresh(refresh, CancellationToken.None)
            : new(Answer.Refused);
        switch (given.Answer)
        {
            case Answer.Given:
                return await Replace(session, given);
            case Answer.Refused when session.Tokens.Refresh is not null || Left(session) <= TimeSpan.Zero:
                await store.End(session.Id, CancellationToken.None);
                Log.SignedOut(log, session.Id, "the sign-in service");
                return (session, RefreshRefusal.Ended);
            default:
                Log.NotRenewed(log, session.Id);
                return (session, Left(session) > TimeSpan.Zero ? RefreshRefusal.None : RefreshRefusal.Unavailable);
        }
    }

    private async Task<(Session Session, RefreshRefusal Refusal)> Replace(Session session, GivenTokens given)
    {
        var tokens = session.Tokens with
        {
            Access = given.Access,
            AccessEndsAt = given.AccessEndsAt,
            Refresh = given.Refresh ?? session.Tokens.Refresh,
        };
        if (await store.Replace(session, tokens, CancellationToken.None))
            return (session with { Tokens = tokens, Version = session.Version + 1 }, RefreshRefusal.None);
        // The user signed out while this went on, with a token that this has used up.
        await provider.SignOut(tokens.Refresh!, CancellationToken.None);
        return (session, RefreshRefusal.Ended);
    }

    private TimeSpan Left(Session session) => session.Tokens.AccessEndsAt - clock.GetUtcNow();
}
