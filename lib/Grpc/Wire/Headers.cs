using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Names of the protocol's headers, and metadata as header values.</summary>
internal static class Headers
{
    public const string ContentType = "application/grpc";
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";

    /// <summary>True for names that belong to the transport and are no metadata.</summary>
    public static bool IsReserved(string name) =>
        name.Length == 0 || name[0] == ':' || name.ToLowerInvariant() is
            "content-type" or "te" or "content-length" or "connection" or "transfer-encoding" or "trailer" or
            Status or Message or Encoding or AcceptEncoding or TimeoutHeader.Name;

    /// <summary>The value as it stands in a header.</summary>
    public static string Text(Metadata.Entry entry)
    {
        if (entry.IsBinary)
            return Convert.ToBase64String(entry.BytesUncopied).TrimEnd('=');
        return entry.Value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw Refusals.Internal($"The metadata '{entry.Key}' holds what a header cannot; use a -bin name.")
            : entry.Value;
    }

    /// <summary>Adds what one header line holds; refuses bytes that are not base64.</summary>
    public static void Add(Metadata metadata, string name, string value)
    {
        if (!TryAdd(metadata, name, value))
            throw NotBase64(name);
    }

    /// <summary>
    /// Adds what one header line holds; several binary values may be joined by commas. False, with nothing added, when
    /// one of them is not base64.
    /// </summary>
    public static bool TryAdd(Metadata metadata, string name, string value)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(Metadata.Entry.Received(name, value));
            return true;
        }
        var values = Array.ConvertAll(value.Split(','), part => Bytes(part.Trim()));
        if (Array.Exists(values, bytes => bytes is null))
            return false;
        foreach (var bytes in values)
            metadata.Add(Metadata.Entry.Received(name, bytes!));
        return true;
    }

    public static RpcException NotBase64(string name) =>
        Refusals.Internal($"The metadata '{name.ToLowerInvariant()}' is not base64.");

    // Both with and without padding are to be taken.
    private static byte[]? Bytes(string text)
    {
        var digits = text.TrimEnd('=');
        var padded = digits.PadRight((digits.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
