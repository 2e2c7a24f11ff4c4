using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Platform.Identity.Tokens;
using NaraVard.Platform.Options;

namespace NaraVard.Platform.Identity;

/// <summary>Sign-in by Keycloak's tokens.</summary>
internal static class IdentitySetup
{
    public static void AddIdentity(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<IdentityOptions>("Identity");
        var services = builder.Services;
        services.AddSingleton<TokenCaller>();
        services.AddSingleton<ActingUser>();
        services.AddScoped<CallerScope>();
        services.AddScoped(services => services.GetRequiredService<CallerScope>().Caller);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>();
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, ForgetWithdrawnKeys);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Gatekeeper>();
    }

    // Otherwise a key goes on for an hour after the sign-in service has said that it is no more.
    private static void ForgetWithdrawnKeys(JwtBearerOptions options)
    {
        if (options.ConfigurationManager is BaseConfigurationManager keys)
            keys.UseLastKnownGoodConfiguration = false;
    }

    private sealed class BearerSetup(
        IdentityOptions identity, TimeProvider clock, TokenCaller callers, ActingUser users)
        : IConfigureNamedOptions<JwtBearerOptions>
    {
        // Some kilobytes each.
        private const int KnownTokensMax = 4_096;

        public void Configure(JwtBearerOptions options) => Configure(null, options);

        public void Configure(string? name, JwtBearerOptions options)
        {
            options.Authority = identity.Authority;
            options.RequireHttpsMetadata = !identity.AllowHttp;
            options.TokenHandlers.Clear();
            options.TokenHandlers.Add(new KnownTokens(KnownTokensMax));
            options.SaveToken = false;
            options.RefreshOnIssuerKeyNotFound = true;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = identity.ValidIssuer,
                IssuerValidator = Issuer,
                ValidAudience = identity.Audience,
                ValidAlgorithms = TokenRules.Algorithms,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                ValidateIssuerSigningKey = true,
                LifetimeValidator = TokenRules.Lifetime(clock, identity),
                RoleClaimType = Entrance.RoleClaim,
                NameClaimType = JwtRegisteredClaimNames.Sub,
            };
            options.Events = new JwtBearerEvents { OnTokenValidated = Enter, OnAuthenticationFailed = Fail };
        }

        // The metadata's own issuer is not honoured: inside the network it may be another address than users see.
        private string Issuer(string issuer, SecurityToken token, TokenValidationParameters parameters) =>
            issuer == identity.ValidIssuer
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("The token is from another issuer.");

        private async Task Enter(TokenValidatedContext context)
        {
            var entrance = callers.Read((JsonWebToken)context.SecurityToken);
            var statement = context.Request.Headers[ActingUser.Header].ToString();
            if (entrance.Caller is { HasUser: false } system && statement.Length > 0)
            {
                var caller = await users.Read(statement, system);
                entrance = new(caller, caller is null ? Refusal.ActingUserInvalid : null);
            }

            context.HttpContext.Features.Set(entrance);
            context.Principal = entrance.Principal;
        }

        private static async Task Fail(AuthenticationFailedContext context)
        {
            var refusal = context.Exception switch
            {
                SecurityTokenExpiredException => Refusal.TokenExpired,
                SecurityTokenSignatureKeyNotFoundException when !await HasKeys(context) => Refusal.SignInUnavailable,
                _ => Refusal.TokenInvalid,
            };
            context.HttpContext.Features.Set(new Entrance(null, refusal));
        }

        // The token library says "key not found" also when it could not fetch any key at all.
        private static async Task<bool> HasKeys(AuthenticationFailedContext context)
        {
            try
            {
                var keys = await context.Options.ConfigurationManager!.GetConfigurationAsync(
                    context.HttpContext.RequestAborted);
                return keys.SigningKeys.Count > 0;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }
}
