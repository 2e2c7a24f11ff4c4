using System.ComponentModel.DataAnnotations;

namespace NaraVard.Gateway.Options;

/// <summary>The web client (section <c>Web</c>).</summary>
internal sealed class WebOptions
{
    /// <summary>Where it lies, from the folder of the program.</summary>
    [Required, StringLength(500)]
    public string Folder { get; init; } = "web";
}
