using System.Text.Json.Serialization;
using NaraVard.Listing.Domain.Capitation;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>The JSON of a run's columns. Enums by name.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Unit>))]
[JsonSerializable(typeof(IReadOnlyList<Figure>))]
internal sealed partial class CapitationJson : JsonSerializerContext;
