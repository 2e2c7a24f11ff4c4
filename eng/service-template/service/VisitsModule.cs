using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Hosting;
using NaraVard.Visits.Data;
using NaraVard.Visits.Features;

namespace NaraVard.Visits;

/// <summary>The service Visits.</summary>
public sealed class VisitsModule : IModule
{
    /// <inheritdoc />
    public string Name => "visits";

    /// <inheritdoc />
    public void Add(IHostApplicationBuilder builder) => builder.AddService<VisitsDb>(Name);

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder app) => app.MapGrpcService<VisitsService>();
}
