using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NaraVard.Benchmarks.Grpc.Servers;

/// <summary>
/// What it is compared with: the least on Kestrel that a gRPC client takes for an answer. It reads no message: an echo
/// gets its frame back, a handoff the frame of its answer, a watcher one frame after the other.
/// </summary>
internal static class BareServer
{
    public static void Map(WebApplication app)
    {
        var sent = Frames.Of(Messages.Sent);
        var change = Frames.Of(Messages.Change);
        app.Run(http => http.Request.Path.Value switch
        {
            "/naravard.handoff.v1.HandoffService/RequestHandoff" => Answer(http, sent),
            "/naravard.handoff.v1.HandoffService/WatchHandoffs" => Stream(http, change),
            Serving.AllocatedPath => Serving.Allocated(http),
            _ => Echo(http),
        });
    }

    public static Task Start(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        return http.Response.StartAsync();
    }

    public static void End(HttpContext http) => http.Response.AppendTrailer("grpc-status", "0");

    public static async ValueTask<ReadResult> Body(PipeReader body)
    {
        var read = await body.ReadAsync();
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync();
        }
        return read;
    }

    private static async Task Echo(HttpContext http)
    {
        var read = await Body(http.Request.BodyReader);
        await Start(http);
        foreach (var part in read.Buffer)
            http.Response.BodyWriter.Write(part.Span);
        http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        End(http);
    }

    private static async Task Answer(HttpContext http, byte[] frame)
    {
        await Skip(http);
        await Start(http);
        http.Response.BodyWriter.Write(frame);
        End(http);
    }

    private static async Task Stream(HttpContext http, byte[] frame)
    {
        await Skip(http);
        await Start(http);
        for (var i = 0; i < Messages.ChangesInStream; i++)
            await http.Response.BodyWriter.WriteAsync(frame);
        End(http);
    }

    private static async Task Skip(HttpContext http)
    {
        var read = await Body(http.Request.BodyReader);
        http.Request.BodyReader.AdvanceTo(read.Buffer.End);
    }
}
