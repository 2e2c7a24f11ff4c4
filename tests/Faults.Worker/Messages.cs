using System.Text.Json;
using System.Text.Json.Serialization;

namespace NaraVard.Faults.Worker;

/// <summary>The most frequent event; two consumers hear it.</summary>
public sealed record Entered
{
    public required Guid Person { get; init; }

    public required long Number { get; init; }

    /// <summary>What one of the consumers cannot take until it is mended.</summary>
    public bool IsPoison { get; init; }

    /// <summary>Can be written, and not read again until the service is mended.</summary>
    [JsonConverter(typeof(UnreadableConverter))]
    public bool IsUnsendable { get; init; }
}

/// <summary>Another event about the same persons, with numbers of its own.</summary>
public sealed record Corrected
{
    public required Guid Person { get; init; }

    public required long Number { get; init; }
}

/// <summary>Which version of the service it is.</summary>
internal static class Edition
{
    public const string Mended = "Mended";

    public static bool IsMended => AppContext.TryGetSwitch(Mended, out var mended) && mended;
}

internal sealed class UnreadableConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetBoolean() && !Edition.IsMended
            ? throw new JsonException("This version of the service cannot read it.")
            : reader.GetBoolean();

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value);
}
