using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using NaraVard.Gateway.Options;
using Npgsql;

namespace NaraVard.Gateway.Sessions.Storage;

/// <summary>Sessions in the database, for every replica. There is no copy in memory that could be older.</summary>
internal sealed class SessionStore(
    SessionDatabase database, SessionsOptions options, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Columns = "id, subject, provider_session, seen_at, ends_at, version, sealed";
    private readonly IDataProtector seal = protection.CreateProtector("NaraVard.Gateway.Sessions.Tokens");

    public TimeSpan Idle { get; } = TimeSpan.FromMinutes(options.IdleMinutes);

    /// <summary>Begins a session.</summary>
    public async Task<Session> Add(string subject, string? providerSession, SessionTokens tokens, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = new Session(
            Guid.CreateVersion7(now), subject, providerSession, now, now.AddMinutes(options.MinutesMax), 0, tokens);
        await Execute(
            $"insert into gateway.sessions ({Columns}, token_ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8)", ct,
            session.Id, subject, providerSession, now, session.EndsAt, 0, Seal(session.Id, tokens),
            tokens.AccessEndsAt);
        return session;
    }

    /// <summary>The session, unless it has ended.</summary>
    public Task<Session?> Find(Guid id, CancellationToken ct) => Ask(
        $"select {Columns} from gateway.sessions where id = $1 and ends_at > $2 and seen_at > $3", ct,
        id, clock.GetUtcNow(), clock.GetUtcNow() - Idle);

    /// <summary>It was used now. What is ended stays ended.</summary>
    public Task Touch(Guid id, CancellationToken ct) => Execute(
        "update gateway.sessions set seen_at = $2 where id = $1 and seen_at < $2", ct, id, clock.GetUtcNow());

    /// <summary>
    /// Gives the session new tokens; false when it has been changed or ended since it was read, and nothing is done.
    /// </summary>
    public async Task<bool> Replace(Session session, SessionTokens tokens, CancellationToken ct) => await Execute(
        """
        update gateway.sessions set sealed = $3, token_ends_at = $4, version = version + 1
        where id = $1 and version = $2
        """, ct,
        session.Id, session.Version, Seal(session.Id, tokens), tokens.AccessEndsAt) > 0;

    /// <summary>Ends the session, and says what it was; null when there is none.</summary>
    public Task<Session?> End(Guid id, CancellationToken ct) =>
        Ask($"delete from gateway.sessions where id = $1 returning {Columns}", ct, id);

    /// <summary>Ends what the sign-in service has ended, and says how many; null when it had said so before.</summary>
    public async Task<int?> EndAll(ProviderLogout logout, CancellationToken ct)
    {
        await using var command = Command(
            """
            with taken as (
                insert into gateway.logout_tokens (id, ends_at) values ($1, $2)
                on conflict (id) do nothing returning id),
            ended as (
                delete from gateway.sessions
                where exists (select from taken)
                    and ($3::text is null or subject = $3) and ($4::text is null or provider_session = $4)
                returning id)
            select case when exists (select from taken) then (select count(*)::int from ended) end
            """,
            [logout.Id, logout.RememberUntil, logout.Subject, logout.ProviderSession]);
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    /// <summary>Those of the sessions that have not ended.</summary>
    public async Task<HashSet<Guid>> Alive(Guid[] ids, CancellationToken ct)
    {
        await using var command = Command(
            "select id from gateway.sessions where id = any ($1) and ends_at > $2 and seen_at > $3",
            [ids, clock.GetUtcNow(), clock.GetUtcNow() - Idle]);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var alive = new HashSet<Guid>();
        while (await rows.ReadAsync(ct))
            alive.Add(rows.GetGuid(0));
        return alive;
    }

    /// <summary>Takes away what has ended by itself, and logout tokens that are refused for their age anyway.</summary>
    public async Task<IReadOnlyList<Session>> Sweep(CancellationToken ct)
    {
        await Execute("delete from gateway.logout_tokens where ends_at <= $1", ct, clock.GetUtcNow());
        await using var command = Command(
            $"delete from gateway.sessions where ends_at <= $1 or seen_at <= $2 returning {Columns}",
            [clock.GetUtcNow(), clock.GetUtcNow() - Idle]);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var swept = new List<Session>();
        while (await rows.ReadAsync(ct))
            if (Read(rows) is { } session)
                swept.Add(session);
        return swept;
    }

    private async Task<int> Execute(string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<Session?> Ask(string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Read(row) : null;
    }

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    // Sealed with keys that are no more is as good as ended.
    private Session? Read(NpgsqlDataReader row)
    {
        var id = row.GetGuid(0);
        try
        {
            var plain = seal.CreateProtector($"{id}").Unprotect(row.GetFieldValue<byte[]>(6));
            return new(
                id, row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2),
                row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4), row.GetInt32(5),
                JsonSerializer.Deserialize<SessionTokens>(plain)!);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // For this session only: a row that is put in another's place opens nothing.
    private byte[] Seal(Guid id, SessionTokens tokens) =>
        seal.CreateProtector($"{id}").Protect(JsonSerializer.SerializeToUtf8Bytes(tokens));
}
