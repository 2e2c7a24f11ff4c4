using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Listing.Data;
using NaraVard.Listing.Data.Choice;
using NaraVard.Listing.Features;
using NaraVard.Listing.Features.RivTa;
using NaraVard.Platform.Access;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Options;

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
        AddChoice(builder);
        builder.AddChecked<BookingOptions>("Booking");
        builder.Services.AddScoped<Appointments>();
        builder.Services.AddScoped<CallingOff>();
    }

    private static void AddChoice(IHostApplicationBuilder builder)
    {
        builder.AddChecked<ListingPolicyOptions>("ListingPolicy");
        builder.Services.AddSingleton<PolicyBook>();
        builder.Services.AddSingleton<ChoiceQueries>();
        builder.Services.AddScoped<Reach>();
        builder.Services.AddScoped<Following>();
        builder.Services.AddScoped<Ledger>();
        builder.Services.AddScoped<Telling>();
        builder.Services.AddScoped<Placing>();
        builder.Services.AddScoped<Joining>();
        builder.Services.AddScoped<Answers>();
        builder.Services.AddScoped<Contacts>();
        builder.Services.AddScoped<NamedDoctors>();
        builder.Services.AddScoped<DoctorLeaving>();
        builder.Services.AddScoped<Assigner>();
        builder.Services.AddScoped<Departing>();
        builder.Services.AddScoped<AgingOut>();
        builder.Services.AddScoped<LeavingClosed>();
        builder.Services.AddScoped<LettingIn>();
        builder.Services.AddScoped<Unlisted>();
        builder.Services.AddSingleton<KeepInStep>();
        builder.Services.AddHostedService(services => services.GetRequiredService<KeepInStep>());
    }

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGrpcService<ListingService>();
        app.MapGrpcService<PersonService>();
        app.MapGrpcService<ImportService>();
        app.MapGrpcService<ClinicService>();
        app.MapGrpcService<CapitationService>();
        app.MapGrpcService<DeclarationService>();
        app.MapGrpcService<DentalService>();
        app.MapGrpcService<DoctorService>();
        app.MapGrpcService<BookingService>();
        app.MapCareListing();
    }
}
