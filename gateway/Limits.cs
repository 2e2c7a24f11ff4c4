using System.Net;
using System.Threading.RateLimiting;
using Grpc.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Gateway.Options;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway;

/// <summary>How much one caller may ask for, and how large a request may be.</summary>
internal static class Limits
{
    public static void AddLimits(this IServiceCollection services, LimitsOptions limits)
    {
        services.AddRequestTimeouts();
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, Who>(context => Rate(context, limits)),
                PartitionedRateLimiter.Create<HttpContext, Who>(context => Open(context, limits)));
            limiter.OnRejected = (rejected, _) => new(Refusals.Refuse(rejected.HttpContext, TooMany(rejected.Lease)));
        });
    }

    /// <summary>
    /// Refuses a body that is announced as too large before it is read; the server counts the others. gRPC is exempt,
    /// here and in YARP: a stream of small messages may be long, and services limit each message.
    /// </summary>
    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app, LimitsOptions limits) =>
        app.Use((context, next) =>
            context.Request.ContentLength > limits.BodyBytesMax && !Refusals.IsGrpc(context.Request)
                ? Refusals.Refuse(context, Problem.Of(StatusCodes.Status413PayloadTooLarge))
                : next(context));

    private static RateLimitPartition<Who> Rate(HttpContext context, LimitsOptions limits) =>
        RateLimitPartition.GetTokenBucketLimiter(Who.Asks(context), who => new TokenBucketRateLimiterOptions
        {
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            TokensPerPeriod = who.IsSignedIn ? limits.RequestsPerSecond : limits.AnonymousRequestsPerSecond,
            TokenLimit = who.IsSignedIn ? limits.RequestsBurst : limits.AnonymousRequestsPerSecond * 4,
            QueueLimit = 0,
        });

    private static RateLimitPartition<Who> Open(HttpContext context, LimitsOptions limits) =>
        RateLimitPartition.GetConcurrencyLimiter(Who.Asks(context), _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.OpenRequestsMax,
            QueueLimit = 0,
        });

    private static Problem TooMany(RateLimitLease lease) =>
        Problem.Of(StatusCodes.Status429TooManyRequests) with
        {
            Code = "rate-limited",
            RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
        };

    /// <summary>
    /// A user of one client, who is not slowed by that client's other users; before sign-in, an address.
    /// </summary>
    private readonly record struct Who(string? Client, string? Subject, IPAddress? Address)
    {
        public bool IsSignedIn => Client is not null;

        public static Who Asks(HttpContext context) =>
            context.Features.Get<Entrance>()?.Caller is { } caller
                ? new(caller.ClientId, caller.Subject, null)
                : new(null, null, context.Connection.RemoteIpAddress);
    }
}
