using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Telemetry;

namespace NaraVard.Platform.Rest;

/// <summary>
/// Each request has an id: the caller's own, or one that is made. It is in the answer and in every log line.
/// </summary>
public static partial class RequestIds
{
    /// <summary>The header, in and out.</summary>
    public const string Header = "x-request-id";

    /// <summary>
    /// Takes <c>x-request-id</c> when it has 8 to 64 letters, digits, dots, hyphens or underscores and does not look
    /// like an identity number, else makes one; it becomes the <see cref="HttpContext.TraceIdentifier"/>.
    /// </summary>
    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(RequestIds).FullName!);
        return app.Use(async (context, next) =>
        {
            var given = context.Request.Headers[Header].ToString();
            context.TraceIdentifier = IsUsable(given) ? given : Make();
            context.Response.Headers[Header] = context.TraceIdentifier;
            Activity.Current?.SetTag("naravard.request_id", context.TraceIdentifier);
            using (log.BeginScope(new KeyValuePair<string, object?>[] { new("requestId", context.TraceIdentifier) }))
                await next(context);
        });
    }

    internal static bool IsUsable(string id) => Shape().IsMatch(id) && Masking.Mask(id) == id;

    private static string Make() => Guid.CreateVersion7().ToString("N");

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{8,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
