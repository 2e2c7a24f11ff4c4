using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Hosting;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>The queue of one consumer of one service.</summary>
internal sealed class InboxEndpoint<TDb, TConsumer>(ServiceName<TDb> service) : ConsumerEndpoint
    where TDb : DbContext
    where TConsumer : class, IConsumer
{
    public override string Name { get; } =
        new KebabCaseEndpointNameFormatter(service.Value, false).Consumer<TConsumer>();

    public override IReadOnlyList<Type> Messages { get; } =
        [.. ConsumerMetadataCache<TConsumer>.ConsumerTypes.Select(type => type.MessageType)];

    public override void Bind(IReceiveEndpointConfigurator endpoint, IServiceProvider services)
    {
        var reception = services.GetRequiredService<Reception<TDb>>();
        endpoint.Consumer(new InboxConsumerFactory<TDb, TConsumer>(Name, reception));
        // In memory what is given up goes back to its outbox, and the later ones wait for it there.
        if (services.GetRequiredService<BusOptions>().Kind is BusKind.RabbitMq)
            endpoint.ConfigureError(error =>
            {
                error.UseFilter(new LetPassFilter<TDb>(reception));
                error.UseFilter(new GenerateFaultFilter());
                error.UseFilter(new ErrorTransportFilter());
            });
    }
}
