using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace NaraVard.Benchmarks.Gateway;

/// <summary>
/// What stands behind all of them: a Kestrel that answers every request with the same small JSON, over HTTP/2 as our
/// services, and over HTTP/1.1 for nginx, which knows nothing else for what is behind it.
/// </summary>
internal static class TinyService
{
    private static readonly byte[] Body = """
        {"handoffId":"019ab1c2-0f3e-7a44-9c1d-2f1e5b7a9d10","state":"HANDOFF_STATE_RECEIVED","version":"1",
        "kommunCode":"1780","receivedAt":"2026-11-22T03:00:00.000Z","dueAt":"2026-11-22T03:15:00.000Z",
        "need":{"reasonCodes":["REASON_CODE_FALL"],"triageColour":"TRIAGE_COLOUR_GREEN","frailty":5,"livesAlone":true}}
        """u8.ToArray();

    public static Task Run(Uri http1, Uri http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, http1.Port);
            kestrel.Listen(IPAddress.Loopback, http2.Port, listen => listen.Protocols = HttpProtocols.Http2);
            // As the services allow.
            kestrel.Limits.Http2.MaxStreamsPerConnection = 200;
        });
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Body.Length;
            return context.Response.Body.WriteAsync(Body).AsTask();
        });
        return app.RunAsync();
    }
}
