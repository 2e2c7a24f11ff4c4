using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Listing.Data;
using NaraVard.Listing.Features;
using NaraVard.Platform.Access;
using NaraVard.Platform.Hosting;

namespace NaraVard.Listing;

/// <summary>Listing: who is listed where, and what a clinic is paid for it.</summary>
public sealed class ListingModule : IModule
{
    /// <inheritdoc />
    public string Name => "listing";

    /// <inheritdoc />
    public void Add(IHostApplicationBuilder builder)
    {
        builder.AddService<ListingDb>(Name);
        builder.Services.AddScoped<Acting>();
        builder.Services.AddSingleton<RowReader>();
        builder.Services.AddKeyedSingleton<FindLoggedAs>(Name, (_, _) => RegisterTraces.Of);
    }

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGrpcService<ListingService>();
        app.MapGrpcService<PersonService>();
        app.MapGrpcService<ImportService>();
        app.MapGrpcService<ClinicService>();
        app.MapGrpcService<CapitationService>();
    }
}
