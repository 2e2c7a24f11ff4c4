using System.Text.Encodings.Web;
using System.Text.Json;

namespace NaraVard.Gateway.Documents;

/// <summary>How documents are written: for people, with å, ä and ö as themselves.</summary>
internal static class DocumentText
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };
}
