using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NaraVard.Platform.Messaging.Receiving;

namespace NaraVard.Platform.Messaging;

/// <summary>The consumers of one service.</summary>
public sealed class ConsumerSet<TDb>
    where TDb : DbContext
{
    private readonly IServiceCollection services;

    internal ConsumerSet(IServiceCollection services) => this.services = services;

    /// <summary>
    /// Adds a consumer with a queue of its own, named after service and consumer. Each attempt has a scope and a
    /// transaction of its own; the consumer's <c>SaveChanges</c> on <typeparamref name="TDb"/> and the mark that the
    /// message has been received commit together.
    /// </summary>
    public ConsumerSet<TDb> AddConsumer<TConsumer>()
        where TConsumer : class, IConsumer
    {
        services.TryAddScoped<TConsumer>();
        services.AddSingleton<ConsumerEndpoint, InboxEndpoint<TDb, TConsumer>>();
        return this;
    }
}
