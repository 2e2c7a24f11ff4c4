namespace Grpc.OpenApi;

/// <summary>What a deployment says about its API beside what the contracts say.</summary>
public sealed class OpenApiOptions
{
    /// <summary>The name of the API.</summary>
    public required string Title { get; init; }

    /// <summary>What the API is for, in English.</summary>
    public required string Description { get; init; }

    /// <summary>What the API is for, in Swedish.</summary>
    public required string DescriptionSwedish { get; init; }

    /// <summary>The version of the document, such as 1.4.0.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>Where the API is reached; relative to the document by default.</summary>
    public string ServerUrl { get; init; } = "/";

    /// <summary>Where a client fetches its token.</summary>
    public required Uri TokenUrl { get; init; }

    /// <summary>Where a person signs in.</summary>
    public required Uri AuthorizationUrl { get; init; }

    /// <summary>Who answers questions about the API.</summary>
    public required string ContactName { get; init; }

    /// <summary>Mail address of the contact; null for none.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Page of the contact; null for none.</summary>
    public Uri? ContactUrl { get; init; }

    /// <summary>The licence of the API, by its SPDX identifier.</summary>
    public string Licence { get; init; } = "CC0-1.0";

    /// <summary>Terms of use; null for none.</summary>
    public Uri? TermsOfService { get; init; }

    /// <summary>The promised service level (<c>x-sla</c>); null for none.</summary>
    public string? ServiceLevel { get; init; }

    /// <summary>Known limits (<c>x-limitations</c>): rates, sizes, times.</summary>
    public IReadOnlyList<string> Limitations { get; init; } = [];

    /// <summary>
    /// Variables of paths that have one value in this document, such as the service's word in the paths that every
    /// service has: the value stands in the path, and nobody is asked for the variable.
    /// </summary>
    public IReadOnlyDictionary<string, string> FixedVariables { get; init; } = new Dictionary<string, string>();
}
