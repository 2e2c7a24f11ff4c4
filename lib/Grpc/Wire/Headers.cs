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

    /// <summary>Adds what one header line holds; several binary values may be joined by commas.</summary>
    public static void Add(Metadata metadata, string name, string value)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(Metadata.Entry.Received(name, value));
            return;
        }
        foreach (var part in value.Split(','))
            metadata.Add(Metadata.Entry.Received(name, Bytes(name, part.Trim())));
    }

    // Both with and without padding are to be taken.
    private static byte[] Bytes(string name, string text)
    {
        try
        {
            return Convert.FromBase64String(text.TrimEnd('=').PadRight((text.TrimEnd('=').Length + 3) / 4 * 4, '='));
        }
        catch (FormatException broken)
        {
            throw Refusals.Internal($"The metadata '{name.ToLowerInvariant()}' is not base64.", broken);
        }
    }
}
