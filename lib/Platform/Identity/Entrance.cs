using System.Security.Claims;

namespace NaraVard.Platform.Identity;

/// <summary>What came of a valid token: the caller, or why there is none.</summary>
internal sealed record Entrance(Caller? Caller, Refusal? Refusal)
{
    public const string RoleClaim = "role";

    /// <summary>For <c>[Authorize]</c>: only roles that the caller's organisation can have given.</summary>
    public ClaimsPrincipal Principal()
    {
        var roles = Caller?.Roles.Select(role => new Claim(RoleClaim, role)) ?? [];
        return new(new ClaimsIdentity(
            [new Claim("sub", Caller?.Subject ?? ""), .. roles], "Bearer", "sub", RoleClaim));
    }
}
