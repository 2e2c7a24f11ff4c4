using System.Text.Json.Serialization;
using NaraVard.Listing.Domain.Dental;

namespace NaraVard.Listing.Data.Dental;

/// <summary>The JSON of all that an examination has said. Enums by name.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<ExaminationFinding>))]
internal sealed partial class DentalJson : JsonSerializerContext;
