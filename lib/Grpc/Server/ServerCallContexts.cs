using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>From a call to the HTTP request that brought it.</summary>
public static class ServerCallContexts
{
    /// <summary>
    /// The HTTP request of the call. A context of another kind, as in a test, may hold one in its
    /// <see cref="ServerCallContext.UserState"/> under <c>__HttpContext</c>.
    /// </summary>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        if (serverCallContext is HttpCallContext call)
            return call.Http;
        return serverCallContext.UserState.TryGetValue("__HttpContext", out var held) && held is HttpContext http
            ? http
            : throw new InvalidOperationException("This call did not come over HTTP.");
    }
}
