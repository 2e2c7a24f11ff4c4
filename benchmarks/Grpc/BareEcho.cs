using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>What it is compared with: the least that a gRPC client takes for an answer.</summary>
internal static class BareEcho
{
    public static async Task Answer(HttpContext http)
    {
        var body = http.Request.BodyReader;
        var read = await body.ReadAsync();
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync();
        }
        http.Response.ContentType = "application/grpc";
        await http.Response.StartAsync();
        foreach (var part in read.Buffer)
            http.Response.BodyWriter.Write(part.Span);
        body.AdvanceTo(read.Buffer.End);
        http.Response.AppendTrailer("grpc-status", "0");
    }
}
