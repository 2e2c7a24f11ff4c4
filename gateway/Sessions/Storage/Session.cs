namespace NaraVard.Gateway.Sessions.Storage;

/// <summary>Somebody who is signed in by a browser, as the database holds it.</summary>
/// <param name="Id">What the cookie names.</param>
/// <param name="Subject">The user at the sign-in service.</param>
/// <param name="ProviderSession">The session there; null when the sign-in service named none.</param>
/// <param name="SeenAt">When it was last used.</param>
/// <param name="EndsAt">When it ends at the latest.</param>
/// <param name="Version">Grows when its tokens are replaced.</param>
/// <param name="Tokens">What it acts with.</param>
internal sealed record Session(
    Guid Id, string Subject, string? ProviderSession, DateTimeOffset SeenAt, DateTimeOffset EndsAt, int Version,
    SessionTokens Tokens);

/// <summary>What never leaves the gateway but sealed.</summary>
/// <param name="Access">What calls are made with.</param>
/// <param name="AccessEndsAt">Until when that is good.</param>
/// <param name="Refresh">What a new one is had for; null when the sign-in service gave none.</param>
/// <param name="AntiForgery">What writes must repeat, which no other site can read.</param>
internal sealed record SessionTokens(string Access, DateTimeOffset AccessEndsAt, string? Refresh, string AntiForgery)
{
    /// <summary>A token never reaches a log by accident.</summary>
    public override string ToString() => nameof(SessionTokens);
}

/// <summary>What the sign-in service has ended: one of its sessions, or all of a user.</summary>
/// <param name="Id">Of the logout token that says so.</param>
/// <param name="Subject">The user; null when only the session is said.</param>
/// <param name="ProviderSession">The session; null for all of the user.</param>
/// <param name="RememberUntil">So long the token could be sent again.</param>
internal sealed record ProviderLogout(
    string Id, string? Subject, string? ProviderSession, DateTimeOffset RememberUntil);
