using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Gateway.Forwarding;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Documents;

/// <summary>
/// The merged API document, and a page that shows it. Open to everybody: it says what there is, not what is in it.
/// </summary>
internal static class DocumentEndpoints
{
    public static void AddDocuments(
        this IServiceCollection services, DocumentsOptions options, ForwardingOptions forwarding)
    {
        services.AddSingleton<Merge>();
        services.AddSingleton<MergedDocument>();
        services
            .AddHttpClient<ServiceDocuments>(client => client.MaxResponseContentBufferSize = options.DocumentBytesMax)
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
                ProxySetup.Connect(handler, forwarding);
                return handler;
            });
    }

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var document = app.ServiceProvider.GetRequiredService<MergedDocument>();
        var open = app.MapGroup("").AllowAnonymous();
        open.MapGet("/openapi.json", async context =>
            await Answer(context, (await document.Read()).Json, "application/json"));
        open.MapGet("/openapi.yaml", async context =>
            await Answer(context, (await document.Read()).Yaml, "application/yaml"));
        open.MapGet("/docs", Page("docs.html", "text/html; charset=utf-8"));
        open.MapGet("/docs/docs.js", Page("docs.js", "text/javascript; charset=utf-8"));
        open.MapGet("/docs/schema.js", Page("schema.js", "text/javascript; charset=utf-8"));
        open.MapGet("/docs/text.js", Page("text.js", "text/javascript; charset=utf-8"));
        open.MapGet("/docs/docs.css", Page("docs.css", "text/css; charset=utf-8"));
    }

    private static RequestDelegate Page(string name, string mediaType)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{name}")!;
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return context => Answer(context, content, mediaType);
    }

    private static Task Answer(HttpContext context, byte[] content, string mediaType)
    {
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}
