using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Hosting;

namespace NaraVard.Platform.Rest;

/// <summary>What each service says about itself, to anybody: <c>/{service}/v1/api-info</c>.</summary>
internal static class ServiceDocuments
{
    public static void Map(IEndpointRouteBuilder app, IModule module)
    {
        var options = app.ServiceProvider.GetRequiredService<ApiOptions>();
        var version = module.GetType().Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        app.MapGet($"/{module.Name}/v1/api-info", context => ApiDescription(context, module.Name, version, options))
            .WithMetadata(new OpenToAll());
    }

    private static async Task ApiDescription(HttpContext context, string service, string version, ApiOptions options)
    {
        context.Response.ContentType = "application/json";
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("apiName", $"naravard-{service}");
            json.WriteString("apiVersion", version);
            json.WriteString("apiReleased", options.Released);
            json.WriteString(
                "apiDocumentation",
                options.Documentation.Length > 0 ? options.Documentation : $"/{service}/v1/openapi.json");
            json.WriteString("apiStatus", options.Status);
            json.WriteEndObject();
        }

        await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted);
    }
}
