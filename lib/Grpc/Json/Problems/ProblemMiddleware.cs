using Grpc.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Error answers for everything that no endpoint has answered itself.</summary>
public static class ProblemMiddleware
{
    /// <summary>
    /// Puts a problem into every answer of 400 or above that has no body: 404 and 405 from routing, 401 and 403 from
    /// authorisation, 413 from the server; and answers 500 for what was thrown. Takes in what is left of the body of a
    /// request that was refused. Leaves gRPC calls alone. Use it first.
    /// </summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.Json.Problems");
        var methods = new AllowedMethods(app.ApplicationServices);
        return app.Use(async (context, next) =>
        {
            if (IsGrpc(context.Request))
            {
                await next(context);
                return;
            }

            await Invoke(context, next, methods, log);
            if (context.Response.StatusCode >= 400)
                await UnreadBody.TakeIn(context);
        });
    }

    private static async Task Invoke(HttpContext context, RequestDelegate next, AllowedMethods methods, ILogger log)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await ProblemWriter.Write(context, exception.StatusCode);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            JsonLog.Failed(log, context.TraceIdentifier, exception);
            await ProblemWriter.Write(context, StatusCodes.Status500InternalServerError);
            return;
        }

        var response = context.Response;
        if (response is { StatusCode: 404, HasStarted: false } && context.GetEndpoint() is null)
            methods.Tell(context);
        if (response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 })
            await ProblemWriter.Write(context, response.StatusCode);
    }

    private static bool IsGrpc(HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
