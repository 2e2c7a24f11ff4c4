using System.Text.Json;
using System.Text.Json.Serialization;
using NaraVard.Listing.Domain.Clinics.Hours;

namespace NaraVard.Listing.Data;

/// <summary>A line of opening hours as HSA writes it.</summary>
internal sealed class OpenSpanJson : JsonConverter<OpenSpan>
{
    public override OpenSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OpenSpan.TryParse(reader.GetString(), out var span, out _) ? span : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, OpenSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
