namespace Grpc.AspNetCore.Server;

/// <summary>Every RPC that the host has mapped.</summary>
internal sealed class RpcRegistry
{
    private readonly List<RpcMethod> methods = [];

    public IReadOnlyList<RpcMethod> Methods => methods;

    public void Add(RpcMethod method) => methods.Add(method);
}
