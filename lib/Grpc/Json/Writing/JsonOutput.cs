using System.Text.Encodings.Web;
using System.Text.Json;
using Grpc.Wire;

namespace Grpc.Json.Writing;

/// <summary>How all JSON leaves: compact, with å, ä and ö as they are.</summary>
internal static class JsonOutput
{
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes into the buffer and closes the writer.</summary>
    public static void Write<T>(PooledBuffer buffer, T value, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json, value);
    }
}
