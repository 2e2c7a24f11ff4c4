using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// Whatever path a gRPC client asks for, it gets a gRPC answer. Stands behind everything else, so that requests with
/// an endpoint never meet it.
/// </summary>
internal sealed class UnknownMethods : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Use(rest => http => Handshake.IsGrpc(http.Request.ContentType) ? Refuse(http) : rest(http));
    };

    private static Task Refuse(HttpContext http)
    {
        if (Handshake.Accept(http))
            Handshake.RefuseUnknown(http);
        return Task.CompletedTask;
    }
}
