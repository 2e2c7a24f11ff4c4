using MassTransit;
using MassTransit.Configuration;
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

    public override void Bind(IReceiveEndpointConfigurator endpoint, IServiceProvider services) =>
        endpoint.Consumer(new InboxConsumerFactory<TDb, TConsumer>(
            Name, services.GetRequiredService<Reception<TDb>>()));
}
