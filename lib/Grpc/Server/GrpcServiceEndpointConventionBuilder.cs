namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds conventions to all endpoints of a service at once.</summary>
public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly List<IEndpointConventionBuilder> endpoints;

    internal GrpcServiceEndpointConventionBuilder(List<IEndpointConventionBuilder> endpoints) =>
        this.endpoints = endpoints;

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => endpoints.ForEach(e => e.Add(convention));

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) =>
        endpoints.ForEach(e => e.Finally(finallyConvention));
}
