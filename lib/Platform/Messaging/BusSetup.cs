using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Messaging.Receiving;
using NaraVard.Platform.Messaging.Sending;
using NaraVard.Platform.Messaging.Wire;
using NaraVard.Platform.Options;

namespace NaraVard.Platform.Messaging;

/// <summary>The one place that says how messages are named, received, tried again and given up.</summary>
public static class BusSetup
{
    /// <summary>Adds consumers to a service that has been added with <c>AddService</c>.</summary>
    public static IHostApplicationBuilder AddConsumers<TDb>(
        this IHostApplicationBuilder builder, Action<ConsumerSet<TDb>> consumers)
        where TDb : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(consumers);
        builder.Services.TryAddSingleton<Reception<TDb>>();
        consumers(new ConsumerSet<TDb>(builder.Services));
        return builder;
    }

    /// <summary>Adds the process's one bus, when it has none yet.</summary>
    internal static void AddBus(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(BusState)))
            return;
        var options = builder.AddChecked<BusOptions>("Bus");
        services.TryAddSingleton<Border>();
        services.AddSingleton<BusState>();
        services.AddSingleton<MessageTypes>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<ErrorQueues>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<MessagingTelemetry>();
        services.AddMassTransit(bus =>
        {
            // Down means degraded: the outbox keeps what is said, and a restart of ours would not mend the broker.
            bus.ConfigureHealthCheckOptions(check => check.MinimalFailureStatus = HealthStatus.Degraded);
            if (options.Kind is BusKind.RabbitMq)
                bus.UsingRabbitMq((context, rabbit) => Configure(rabbit, context, options));
            else
                bus.UsingInMemory((context, memory) => Configure(memory, context, options));
        });
    }

    private static void Configure(IInMemoryBusFactoryConfigurator memory,
        IBusRegistrationContext context, BusOptions options)
    {
        foreach (var consumer in context.GetServices<ConsumerEndpoint>())
            memory.ReceiveEndpoint(consumer.Name, endpoint =>
            {
                endpoint.PublishFaults = false;
                endpoint.ConcurrentMessageLimit = options.Concurrency;
                // Refused messages are parked in the outbox they came from; in memory a queue of them would be lost.
                endpoint.DiscardFaultedMessages();
                consumer.Bind(endpoint, context);
            });
    }

    private static void Configure(IRabbitMqBusFactoryConfigurator rabbit,
        IBusRegistrationContext context, BusOptions options)
    {
        rabbit.Host(options.Host, (ushort)options.Port, options.VirtualHost, host =>
        {
            host.Username(options.User);
            host.Password(options.Password);
            // A broker that went silent is found out in seconds rather than in minutes.
            host.Heartbeat(TimeSpan.FromSeconds(10));
            host.PublisherConfirmation = true;
            if (options.Tls)
                host.UseSsl(ssl => ssl.ServerName = options.Host);
        });
        foreach (var consumer in context.GetServices<ConsumerEndpoint>())
            rabbit.ReceiveEndpoint(consumer.Name, endpoint =>
            {
                endpoint.PrefetchCount = options.Prefetch;
                // One replica has all of a queue: what a message waits for is then here too, and not with a replica
                // that has died or behind a full prefetch. The broker gives all to another when this one is gone.
                endpoint.SingleActiveConsumer = true;
                endpoint.ConfigureChannel(channel => channel.UseFilter(new OpenChannelFilter()));
                endpoint.PublishFaults = false;
                endpoint.ConcurrentMessageLimit = options.Concurrency;
                if (options.QuorumQueues)
                    endpoint.SetQuorumQueue();
                consumer.Bind(endpoint, context);
            });
    }
}
