using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>Decides once how objects of a type are made for a call.</summary>
internal static class Activation
{
    /// <summary>
    /// From the services of the request when the type is registered there; else made for the request, and disposed
    /// with it.
    /// </summary>
    public static Func<HttpContext, T> Of<T>(Type type, object[] arguments, IServiceProvider root)
        where T : class
    {
        if (root.GetService<IServiceProviderIsService>()?.IsService(type) == true)
            return http => (T)http.RequestServices.GetRequiredService(type);

        var factory = ActivatorUtilities.CreateFactory(type, Array.ConvertAll(arguments, a => a.GetType()));
        if (IsDisposable(type))
            return http => Registered(http, (T)factory(http.RequestServices, arguments));

        // Asking for the services of a request makes a scope, which what needs no services can do without.
        return NeedsServices(type, arguments)
            ? http => (T)factory(http.RequestServices, arguments)
            : _ => (T)factory(root, arguments);
    }

    private static T Registered<T>(HttpContext http, T made)
    {
        if (made is IAsyncDisposable later)
            http.Response.RegisterForDisposeAsync(later);
        else
            http.Response.RegisterForDispose((IDisposable)made!);
        return made;
    }

    private static bool IsDisposable(Type type) =>
        type.IsAssignableTo(typeof(IDisposable)) || type.IsAssignableTo(typeof(IAsyncDisposable));

    private static bool NeedsServices(Type type, object[] arguments) =>
        Array.Exists(type.GetConstructors(), c => c.GetParameters().Length > arguments.Length);
}
