using System.Text.Json.Serialization;
using NaraVard.Listing.Domain.Capitation;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>The JSON of the columns of runs and lines. Enums by name.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Unit>))]
[JsonSerializable(typeof(IReadOnlyList<Part>))]
[JsonSerializable(typeof(IReadOnlyList<Figure>))]
internal sealed partial class CapitationJson : JsonSerializerContext;
