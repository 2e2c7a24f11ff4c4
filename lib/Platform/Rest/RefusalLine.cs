using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rpc;

namespace NaraVard.Platform.Rest;

/// <summary>
/// The one line that a request leaves which was not let in, in services and in the gateway. It names the RPC or the
/// route's pattern: a path may name a person, and a token lets in whoever reads it.
/// </summary>
internal static class RefusalLine
{
    public static void Write(ILogger log, HttpContext context, string code) => Log.NotLetIn(
        log, context.Request.Method, AccessRecorder.MethodOf(context), code,
        context.Features.Get<Entrance>()?.Caller?.ClientId ?? "unknown", context.TraceIdentifier);
}
