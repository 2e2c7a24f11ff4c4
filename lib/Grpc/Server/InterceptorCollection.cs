using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>Interceptors in the order in which a call passes them.</summary>
public class InterceptorCollection : Collection<InterceptorRegistration>
{
    /// <summary>
    /// Adds an interceptor type. It is taken from the services of the request when registered there, else made for
    /// each call with these arguments and services.
    /// </summary>
    public void Add<TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(typeof(TInterceptor), args);

    /// <summary>Adds an interceptor type.</summary>
    public void Add(Type interceptorType, params object[] args) =>
        Add(new InterceptorRegistration(interceptorType, args));
}

/// <summary>An interceptor type and what its constructor gets beside services.</summary>
public class InterceptorRegistration
{
    private readonly object[] arguments;

    [SuppressMessage("Usage", "CA2208", Justification = "The type is the argument.")]
    internal InterceptorRegistration(Type type, object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!type.IsSubclassOf(typeof(Interceptor)))
            throw new ArgumentException($"{type} is no interceptor.", nameof(type));
        Type = type;
        this.arguments = arguments;
    }

    /// <summary>The type of the interceptor.</summary>
    public Type Type { get; }

    /// <summary>What its constructor gets beside services.</summary>
    public IReadOnlyList<object> Arguments => arguments;
}
