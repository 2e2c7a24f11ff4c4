using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Platform.Rest;

namespace NaraVard.Gateway;

/// <summary>Security headers: strict for data, and just wide enough for the pages that the gateway serves.</summary>
internal static class Headers
{
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Everything from this gateway, nothing inline, nothing from elsewhere.</summary>
    private const string ForPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "font-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, bool hasTls) =>
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context, hasTls);
                return Task.CompletedTask;
            });
            return next(context);
        });

    private static void Set(HttpContext context, bool hasTls)
    {
        var headers = context.Response.Headers;
        // A script may be a worker, which goes by its own policy.
        var type = context.Response.ContentType ?? "";
        var isPage = type.StartsWith("text/html", StringComparison.Ordinal)
            || type.StartsWith("text/javascript", StringComparison.Ordinal);
        headers.Remove("Server");
        headers.ContentSecurityPolicy = isPage ? ForPages : ForData;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // One value, whatever a service added; and an error answer has lost what was set before.
        headers[RequestIds.Header] = context.TraceIdentifier;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        if (hasTls)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }
}
