using System.Text.Json.Serialization;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Declarations;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>The JSON of the columns of runs, lines and declarations. Enums by name.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Unit>))]
[JsonSerializable(typeof(IReadOnlyList<Part>))]
[JsonSerializable(typeof(IReadOnlyList<Figure>))]
[JsonSerializable(typeof(IReadOnlyList<AreaAnswer>))]
internal sealed partial class CapitationJson : JsonSerializerContext;
