using System.Buffers;
using System.Text.Json;
using Grpc.Json;
using Microsoft.AspNetCore.Http;

namespace NaraVard.Gateway.Streams;

/// <summary>The last words of a stream in its own form, as lib/Grpc says them.</summary>
internal static class Farewell
{
    /// <summary>Without a problem, events say when to come back; lines can only say that more is missing.</summary>
    public static byte[] Of(StreamKind kind, Problem? problem, HttpContext context) => kind switch
    {
        StreamKind.Events when problem is null => [.. "retry: 1000\n\n"u8],
        StreamKind.Events => [.. "event: error\ndata: "u8, .. Json(problem!, context), .. "\n\n"u8],
        StreamKind.Lines => [.. "{\"error\":"u8, .. Json(problem ?? Lifetime.ComeBack, context), .. "}\n"u8],
        StreamKind.Rpc or StreamKind.None => [],
    };

    private static byte[] Json(Problem problem, HttpContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            ProblemWriter.WriteTo(json, context, problem);
        return buffer.WrittenSpan.ToArray();
    }
}
