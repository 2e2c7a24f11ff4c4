using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace NaraVard.Platform.Hosting;

/// <summary>A service, as a part that a host runs: alone in its own process, or with others in the Suite.</summary>
public interface IModule
{
    /// <summary>
    /// The service's one word in lower case: its path (<c>/handoff/v1</c>), its proto package
    /// (<c>naravard.handoff.v1</c>), its database and its connection string.
    /// </summary>
    string Name { get; }

    /// <summary>Adds options, database, consumers and whatever the features ask for.</summary>
    void Add(IHostApplicationBuilder builder);

    /// <summary>Maps the gRPC services.</summary>
    void Map(IEndpointRouteBuilder app);
}
