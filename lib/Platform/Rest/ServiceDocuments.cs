using System.Text.Json.Nodes;
using Grpc.AspNetCore.Server;
using Grpc.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Rest;

/// <summary>
/// What each service says about itself, to anybody: <c>/{service}/v1/api-info</c> and its OpenAPI document as
/// <c>openapi.json</c> and <c>openapi.yaml</c>.
/// </summary>
internal sealed class ServiceDocuments(
    RpcRegistry registry, ApiOptions api, IdentityOptions identity, EndpointsOptions endpoints)
{
    private const string CommonPackage = "naravard.audit.v1";

    public static void Map(IEndpointRouteBuilder app, IModule module)
    {
        var documents = ActivatorUtilities.CreateInstance<ServiceDocuments>(app.ServiceProvider);
        var version = module.GetType().Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
        var info = documents.ApiDescription(module.Name, version).ToJsonString();
        var document = new Lazy<JsonNode>(() => documents.OpenApi(module.Name, version));
        Serve(app, $"/{module.Name}/v1/api-info", "application/json", () => info);
        Serve(app, $"/{module.Name}/v1/openapi.json", "application/json", () => document.Value.ToJsonString());
        Serve(app, $"/{module.Name}/v1/openapi.yaml", "application/yaml", () => OpenApiYaml.Write(document.Value));
    }

    private static void Serve(IEndpointRouteBuilder app, string path, string type, Func<string> text) =>
        app.MapGet(path, context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(text(), context.RequestAborted);
        }).WithMetadata(new OpenToAll());

    private JsonObject ApiDescription(string service, string version) => new()
    {
        ["apiName"] = $"naravard-{service}",
        ["apiVersion"] = version,
        ["apiReleased"] = api.Released,
        ["apiDocumentation"] = api.Documentation.Length > 0 ? api.Documentation : $"/{service}/v1/openapi.json",
        ["apiStatus"] = api.Status,
    };

    private JsonNode OpenApi(string service, string version)
    {
        var contracts = registry.Methods
            .Where(rpc => rpc.Descriptor?.File.Package is var package
                && (package == $"naravard.{service}.v1" || package == CommonPackage))
            .Select(rpc => rpc.Descriptor!.Service).Distinct();
        return OpenApiDocument.For(contracts, new OpenApiOptions
        {
            Title = $"NaraVard {service}",
            Description = $"The API of the service {service}, and its access log.",
            DescriptionSwedish = $"API för tjänsten {service}, och dess åtkomstlogg.",
            Version = version,
            TokenUrl = new($"{identity.ValidIssuer}/protocol/openid-connect/token"),
            AuthorizationUrl = new($"{identity.ValidIssuer}/protocol/openid-connect/auth"),
            ContactName = api.ContactName,
            ContactEmail = api.ContactMail.Length > 0 ? api.ContactMail : null,
            ServiceLevel = api.ServiceLevel.Length > 0 ? api.ServiceLevel : null,
            FixedVariables = new Dictionary<string, string> { ["service"] = service },
            Limitations = [$"A request body has at most {endpoints.RequestBodyBytesMax} bytes."],
        });
    }
}
