namespace Grpc.Core.Interceptors;

/// <summary>The call that a client interceptor stands around.</summary>
public struct ClientInterceptorContext<TRequest, TResponse>(
    Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The method being called.</summary>
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>The host asked for; null for the channel's.</summary>
    public string? Host { get; } = host;

    /// <summary>What the call is made with.</summary>
    public CallOptions Options { get; } = options;
}
