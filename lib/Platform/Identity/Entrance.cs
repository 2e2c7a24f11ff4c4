using System.Security.Claims;

namespace NaraVard.Platform.Identity;

/// <summary>What came of a valid token: the caller, or why there is none.</summary>
internal sealed record Entrance(Caller? Caller, Refusal? Refusal)
{
    public const string RoleClaim = "role";

    /// <summary>For <c>[Authorize]</c>: only roles that the caller's organisation can have given.</summary>
    public ClaimsPrincipal Principal { get; } = Of(Caller);

    private static ClaimsPrincipal Of(Caller? caller)
    {
        var roles = caller?.Roles.Select(role => new Claim(RoleClaim, role)) ?? [];
        return new(new ClaimsIdentity(
            [new Claim("sub", caller?.Subject ?? ""), .. roles], "Bearer", "sub", RoleClaim));
    }
}
