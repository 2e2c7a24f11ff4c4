using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Events;
using NaraVard.Handoff.Data;
using NaraVard.Handoff.Features;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Options;

namespace NaraVard.Handoff;

/// <summary>The handoff service: the way home from the ER, shared by a region and its kommuner.</summary>
public sealed class HandoffModule : IModule
{
    /// <inheritdoc />
    public string Name => "handoff";

    /// <inheritdoc />
    public void Add(IHostApplicationBuilder builder)
    {
        builder.AddChecked<HandoffOptions>("Handoff");
        builder.AddService<HandoffDb>(Name);
        builder.AddConsumers<HandoffDb>(consumers =>
        {
            consumers.AddConsumer<OnPatientAdmitted>();
            consumers.AddConsumer<OnPatientDischarged>();
            consumers.AddConsumer<OnErVisitStarted>();
            consumers.AddConsumer<OnPersonIdentityMerged>();
        });
        builder.AddBorder(message => (message as IBorderEvent)?.Recipient);
        builder.Services.AddSingleton<Rulebook>();
        builder.Services.AddSingleton<NewestHandoffs>();
        builder.Services.AddScoped<Changes>();
        builder.Services.AddScoped<Acting>();
        builder.Services.AddSingleton<RaiseOverdue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RaiseOverdue>());
    }

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder app) => app.MapGrpcService<HandoffService>();
}
