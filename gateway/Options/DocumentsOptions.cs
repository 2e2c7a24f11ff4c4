using System.ComponentModel.DataAnnotations;

namespace NaraVard.Gateway.Options;

/// <summary>The merged API document (section <c>Documents</c>).</summary>
internal sealed class DocumentsOptions
{
    /// <summary>Title of the merged document.</summary>
    [Required, StringLength(100)]
    public string Title { get; init; } = "NäraVård";

    /// <summary>Who answers for this deployment's API.</summary>
    [Required, StringLength(100)]
    public string ContactName { get; init; } = "NäraVård";

    /// <summary>A page about where they are reached; null for none.</summary>
    [StringLength(200), Url]
    public string? ContactUrl { get; init; }

    /// <summary>The service level that the deployment promises; empty for none.</summary>
    [StringLength(200)]
    public string ServiceLevel { get; init; } = "";

    /// <summary>How long what a service said is used before it is asked again.</summary>
    [Range(1, 3600)]
    public int CacheSeconds { get; init; } = 30;

    /// <summary>How long a service may take to say it.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 3;

    /// <summary>Largest document of one service in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public long DocumentBytesMax { get; init; } = 8 * 1024 * 1024;
}
