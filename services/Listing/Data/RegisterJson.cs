using System.Text.Json.Serialization;
using NaraVard.Listing.Domain.Clinics;

namespace NaraVard.Listing.Data;

/// <summary>The JSON of a clinic's profile. Enums by name, opening hours as HSA writes them.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, Converters = [typeof(OpenSpanJson)])]
[JsonSerializable(typeof(ClinicProfile))]
internal sealed partial class RegisterJson : JsonSerializerContext;
