using System.Collections.Frozen;
using Grpc.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Forwarding;

/// <summary>
/// Around YARP: leaves a failing service alone, tries again where that cannot do a thing twice, and answers for a
/// service that did not.
/// </summary>
internal sealed class Forwarder(
    ServicesOptions services, ForwardingOptions options, TimeProvider clock, ILogger<Forwarder> log)
{
    private readonly FrozenDictionary<string, CircuitBreaker> breakers = services.Keys.ToFrozenDictionary(
        name => name,
        _ => new CircuitBreaker(options.BreakerFailures, TimeSpan.FromSeconds(options.BreakerOpenSeconds), clock));

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var service = context.GetReverseProxyFeature().Cluster.Config.ClusterId;
        if (await RequestBody.TakeIn(context) is { } lost)
        {
            await Answer(context, service, lost);
            return;
        }

        var breaker = breakers[service];
        if (!breaker.TryEnter(out var wait))
        {
            await Refusals.Refuse(context, Unavailable(service, wait));
            return;
        }

        var outcome = await Forward(context, next);
        Count(breaker, service, outcome);
        if (outcome is not Outcome.Answered && !context.Response.HasStarted)
            await Answer(context, service, outcome);
    }

    private async Task Answer(HttpContext context, string service, Outcome outcome)
    {
        var problem = ProblemOf(context, service, outcome);
        if (outcome is Outcome.CallerFault)
        {
            await Refusals.Refuse(context, problem);
            return;
        }

        Log.NotForwarded(log, service, outcome, context.TraceIdentifier);
        await Refusals.Write(context, problem);
    }

    private async Task<Outcome> Forward(HttpContext context, RequestDelegate next)
    {
        for (var attempt = 0; ; attempt++)
        {
            await next(context);
            var outcome = Outcomes.Of(context);
            var isLast = attempt == options.RetriesMax || context.Response.HasStarted;
            if (isLast || !IsSafeToRepeat(context.Request, outcome))
                return outcome;
            Outcomes.Forget(context);
            context.Response.StatusCode = StatusCodes.Status200OK;
            if (context.Request.Body is MemoryStream whole)
                whole.Position = 0;
            var pause = TimeSpan.FromMilliseconds(options.RetryDelayMilliseconds << attempt);
            await Task.Delay(pause, clock, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What never reached a service cannot have been done.
    private static bool IsSafeToRepeat(HttpRequest request, Outcome outcome) => outcome switch
    {
        Outcome.Unreachable => true,
        Outcome.Broken => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method),
        _ => false,
    };

    private void Count(CircuitBreaker breaker, string service, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Answered:
                breaker.Succeeded();
                break;
            case Outcome.Unreachable or Outcome.Broken or Outcome.TimedOut:
                if (breaker.Failed())
                    Log.LeftAlone(log, service, options.BreakerOpenSeconds);
                break;
            case Outcome.CallerGone or Outcome.CallerFault:
                break;
        }
    }

    private static Problem ProblemOf(HttpContext context, string service, Outcome outcome) => outcome switch
    {
        Outcome.CallerGone => Problem.Of(StatusCodes.Status499ClientClosedRequest),
        Outcome.CallerFault => Problem.Of(context.Response.StatusCode),
        Outcome.TimedOut => Problem.Of(StatusCodes.Status504GatewayTimeout),
        Outcome.Unreachable => Unavailable(service, TimeSpan.FromSeconds(1)),
        Outcome.Broken or Outcome.Answered => Problem.Of(StatusCodes.Status502BadGateway),
    };

    private static Problem Unavailable(string service, TimeSpan wait) =>
        Problem.Of(StatusCodes.Status503ServiceUnavailable) with
        {
            Code = "service-unavailable",
            Swedish = $"Tjänsten {service} svarar inte just nu. Försök igen om en stund.",
            English = $"The service {service} does not answer now. Try again in a while.",
            RetryAfter = wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1),
        };
}
