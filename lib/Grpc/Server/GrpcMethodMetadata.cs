using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>On every endpoint that leads to an RPC: which one.</summary>
public sealed class GrpcMethodMetadata(Type serviceType, IMethod method)
{
    /// <summary>The type that serves it.</summary>
    public Type ServiceType { get; } = serviceType ?? throw new ArgumentNullException(nameof(serviceType));

    /// <summary>The method.</summary>
    public IMethod Method { get; } = method ?? throw new ArgumentNullException(nameof(method));
}
