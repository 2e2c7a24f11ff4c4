namespace Grpc.AspNetCore.Server;

/// <summary>Every RPC that the host has mapped.</summary>
internal sealed class RpcRegistry
{
    private readonly List<RpcMethod> methods = [];

    public IReadOnlyList<RpcMethod> Methods => methods;

    /// <summary>True once calls of unknown methods have their endpoint.</summary>
    public bool HasFallback { get; set; }

    public void Add(RpcMethod method) => methods.Add(method);
}
