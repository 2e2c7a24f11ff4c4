using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Grpc.OpenApi;
using NaraVard.Grpc.Tests.Transcoding.V1;

namespace NaraVard.Grpc.Tests.OpenApi;

internal static class Documents
{
    public static readonly OpenApiOptions Options = new()
    {
        Title = "Visits",
        Description = "Home visits.",
        DescriptionSwedish = "Hembesök.",
        TokenUrl = new("https://identity.example/token"),
        AuthorizationUrl = new("https://identity.example/auth"),
        ContactName = "The service desk",
        ContactEmail = "desk@example.org",
        TermsOfService = new("https://example.org/terms"),
        ServiceLevel = "99.9 %, weekdays 7 to 18",
        Limitations = ["600 requests a minute and client", "4 MiB a request"],
    };

    public static ServiceDescriptor Visits => Service("VisitsService");

    public static JsonNode OfVisits => OpenApiDocument.For(Visits, Options);

    /// <summary>The document of a host that serves one unit only.</summary>
    public static JsonNode OfUnit(string unit) => OpenApiDocument.For(Visits, new OpenApiOptions
    {
        Title = Options.Title,
        Description = Options.Description,
        DescriptionSwedish = Options.DescriptionSwedish,
        TokenUrl = Options.TokenUrl,
        AuthorizationUrl = Options.AuthorizationUrl,
        ContactName = Options.ContactName,
        FixedVariables = new Dictionary<string, string> { ["unit"] = unit },
    });

    public static ServiceDescriptor Service(string name) =>
        TranscodingReflection.Descriptor.Services.Concat(UndocumentedReflection.Descriptor.Services)
            .Single(service => service.Name == name);

    /// <summary>The node at a path of member names, parts separated by spaces.</summary>
    public static JsonNode? At(this JsonNode? node, string path) =>
        path.Split(' ').Aggregate(node, (at, name) => at is JsonArray list
            ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
            : at?[name]);
}
